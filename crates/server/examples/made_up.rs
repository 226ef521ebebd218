//! Serves fact sheets of a made-up cube, to look at pages without an edition:
//! `cargo run -p sextant-server --example made_up`

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "an example for the command line")]

#[path = "../../report/tests/support/mod.rs"]
mod support;

use sextant_server::{ServerState, serve};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() {
    let listener = TcpListener::bind("127.0.0.1:8081").await.unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    let state = ServerState::new(support::with(true, support::all()));
    serve(state, listener, std::future::pending()).await.unwrap();
}
