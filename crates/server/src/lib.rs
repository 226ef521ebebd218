//! Serves the fact sheets and figures of one edition as web pages.
//!
//! ```text
//! /                                   what the edition is, and the list of countries
//! /factsheet/{CC}?lang=               a country's fact sheet
//! /factsheet/{CC}.pdf|xlsx?lang=      the same to print and to calculate with
//! /figure/{id}/{CC}.svg|png|csv|json  one figure of a country
//! /observations.csv?indicator=&geo=&subject=&period=
//! /assets/...                         style, script, fonts
//! /healthz                            "ok" and the edition
//! ```
//!
//! Everything is read-only and comes from memory. Pages work without JavaScript, and
//! the server loads nothing from elsewhere.

mod answer;
mod ask;
mod cache;
mod error;
mod headers;
mod routes;
mod state;

pub use error::ServerError;
pub use routes::router;
pub use state::ServerState;

use tokio::net::TcpListener;

/// Answers on `listener` until `shutdown` is ready and open requests are answered.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    state: ServerState,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServerError> {
    let serving = axum::serve(listener, router(state)).with_graceful_shutdown(shutdown);
    serving.await.map_err(ServerError::Listen)
}
