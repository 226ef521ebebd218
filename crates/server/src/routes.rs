//! Addresses, and what they ask for.

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use sextant_definitions::{Lang, UnknownLang};
use sextant_monitor::Filter;
use sextant_report::{Format as SheetFormat, Problem};

use crate::answer::{Told, answer, tell};
use crate::ask::{Ask, Failure, Format};
use crate::headers::protect;
use crate::state::ServerState;

/// A version stands in the address of every asset, so it never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Every address of the server.
pub fn router(state: ServerState) -> Router {
    Router::new()
        .route("/", get(index))
        .route("/factsheet/{country}", get(sheet))
        .route("/figure/{figure}/{file}", get(figure))
        .route("/observations.csv", get(observations))
        .route("/assets/{name}", get(asset))
        .route("/healthz", get(health))
        .fallback(not_found)
        .layer(map_response(protect))
        .with_state(state)
}

#[derive(Deserialize)]
struct InLanguage {
    lang: Option<String>,
}

impl InLanguage {
    /// English where nothing is asked for.
    fn lang(&self) -> Result<Lang, Failure> {
        let asked = self.lang.as_deref().unwrap_or("en");
        asked.to_ascii_lowercase().parse().map_err(|error: UnknownLang| Failure {
            status: StatusCode::BAD_REQUEST,
            text: error.to_string(),
            problem: Problem::Lang(asked.to_owned()),
        })
    }
}

async fn index(
    State(state): State<ServerState>,
    Query(asked): Query<InLanguage>,
    headers: HeaderMap,
) -> Response {
    match asked.lang() {
        Ok(lang) => answer(state, &headers, Ask::Index(lang), Told::Page(lang)).await,
        Err(failure) => tell(&state, &failure, Told::Page(Lang::En)),
    }
}

async fn sheet(
    State(state): State<ServerState>,
    Path(file): Path<String>,
    Query(asked): Query<InLanguage>,
    headers: HeaderMap,
) -> Response {
    let lang = match asked.lang() {
        Ok(lang) => lang,
        Err(failure) => return tell(&state, &failure, Told::Page(Lang::En)),
    };
    let told = Told::Page(lang);
    let (country, format) = country_and_format(&file);
    match state.0.context.place(country).map(str::to_owned) {
        Ok(country) => answer(state, &headers, Ask::Sheet { country, format, lang }, told).await,
        Err(error) => tell(&state, &error.into(), told),
    }
}

/// `BE.pdf` is a country and a format; without a format it is the page.
fn country_and_format(file: &str) -> (&str, SheetFormat) {
    let formats = SheetFormat::ALL.into_iter();
    let split = file.rsplit_once('.').and_then(|(country, ending)| {
        let format = formats.into_iter().find(|f| f.ending().eq_ignore_ascii_case(ending))?;
        Some((country, format))
    });
    split.unwrap_or((file, SheetFormat::Html))
}

async fn figure(
    State(state): State<ServerState>,
    Path((figure, file)): Path<(String, String)>,
    Query(asked): Query<InLanguage>,
    headers: HeaderMap,
) -> Response {
    let wanted = asked.lang().and_then(|lang| figure_ask(&state, figure, &file, lang));
    match wanted {
        Ok(ask) => answer(state, &headers, ask, Told::Text).await,
        Err(failure) => tell(&state, &failure, Told::Text),
    }
}

/// `BE.svg` is a country and a format.
fn figure_ask(state: &ServerState, figure: String, file: &str, lang: Lang) -> Result<Ask, Failure> {
    let unknown = || {
        let text = format!(
            "`{file}` is no picture or table of a figure. Ask for CC.svg, CC.png, CC.csv or CC.json, with the code of a country for CC."
        );
        Failure::new(StatusCode::NOT_FOUND, text)
    };
    let (country, extension) = file.rsplit_once('.').ok_or_else(unknown)?;
    let format = Format::parse(&extension.to_ascii_lowercase()).ok_or_else(unknown)?;
    let country = state.0.context.place(country)?.to_owned();
    Ok(Ask::Figure { figure, country, format, lang })
}

/// A misspelt name must not give everything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    indicator: Option<String>,
    geo: Option<String>,
    subject: Option<String>,
    period: Option<String>,
}

async fn observations(
    State(state): State<ServerState>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Response {
    // An empty field of a form asks for nothing in particular.
    let given = |text: Option<String>| text.filter(|text| !text.is_empty());
    let filter = Filter {
        indicator: given(wanted.indicator),
        geo: given(wanted.geo).map(|geo| geo.to_ascii_uppercase()),
        subject: given(wanted.subject),
        period: given(wanted.period),
    };
    answer(state, &headers, Ask::Observations(filter), Told::Text).await
}

async fn asset(State(state): State<ServerState>, Path(name): Path<String>) -> Response {
    match state.0.assets.iter().find(|asset| asset.name == name) {
        None => {
            let text = format!("There is no file `{name}`.");
            tell(&state, &Failure::new(StatusCode::NOT_FOUND, text), Told::Text)
        }
        Some(asset) => {
            let headers = [
                (CONTENT_TYPE, HeaderValue::from_static(asset.content_type)),
                (CACHE_CONTROL, HeaderValue::from_static(FOR_EVER)),
            ];
            (headers, asset.bytes.clone()).into_response()
        }
    }
}

async fn health(State(state): State<ServerState>) -> Response {
    let record = state.0.context.record();
    format!("ok\nedition {}\n", record.name).into_response()
}

async fn not_found(
    State(state): State<ServerState>,
    Query(asked): Query<InLanguage>,
    uri: Uri,
) -> Response {
    let failure = Failure {
        status: StatusCode::NOT_FOUND,
        text: format!("There is nothing at {}.", uri.path()),
        problem: Problem::Path(uri.path().to_owned()),
    };
    tell(&state, &failure, Told::Page(asked.lang().unwrap_or(Lang::En)))
}
