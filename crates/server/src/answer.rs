//! From something made, or a failure, to an answer.

use axum::body::Body;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use sextant_definitions::Lang;
use sextant_report::problem;

use crate::ask::{Ask, Failure, Made};
use crate::state::ServerState;

const DEMO: HeaderName = HeaderName::from_static("x-sextant-demo");
/// Pages may change when the server is started with another edition: always ask.
const ASK_AGAIN: &str = "no-cache";

/// How a failure is told.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told {
    /// As a page in this language.
    Page(Lang),
    /// As plain text, to programs.
    Text,
}

/// Makes what is asked for, away from the threads that listen, and sends it.
pub(crate) async fn answer(
    state: ServerState,
    headers: &HeaderMap,
    ask: Ask,
    told: Told,
) -> Response {
    let outcome = match state.0.cache.get(&ask) {
        Some(outcome) => outcome,
        None => make(&state, ask).await,
    };
    match outcome {
        Ok(made) => send(&state, headers, made),
        Err(failure) => tell(&state, &failure, told),
    }
}

async fn make(state: &ServerState, ask: Ask) -> Result<Made, Failure> {
    let internal = |text: &str| Failure::new(StatusCode::INTERNAL_SERVER_ERROR, text);
    let permit = state.0.cores.acquire().await;
    let _permit = permit.map_err(|_| internal("The server is stopping."))?;
    let shared = state.clone();
    let made =
        tokio::task::spawn_blocking(move || shared.0.cache.get_or_make(&ask, &shared.0.context));
    made.await.unwrap_or_else(|_| Err(internal("The page could not be made. Please report this.")))
}

fn send(state: &ServerState, headers: &HeaderMap, made: Made) -> Response {
    let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let unchanged = known.is_some_and(|known| {
        known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == made.etag)
    });
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Body::from(made.bytes).into_response()
    };
    let answer = response.headers_mut();
    answer.insert(CONTENT_TYPE, HeaderValue::from_static(made.content_type));
    answer.insert(CACHE_CONTROL, HeaderValue::from_static(ASK_AGAIN));
    if let Ok(etag) = HeaderValue::from_str(&made.etag) {
        answer.insert(ETAG, etag);
    }
    if state.0.context.record().demo {
        answer.insert(DEMO, HeaderValue::from_static("true"));
    }
    let attachment = made.file_name.map(|name| format!("attachment; filename=\"{name}\""));
    if let Some(Ok(attachment)) = attachment.map(|text| HeaderValue::from_str(&text)) {
        answer.insert(CONTENT_DISPOSITION, attachment);
    }
    response
}

/// Says what is not there or went wrong, and what there is.
pub(crate) fn tell(state: &ServerState, failure: &Failure, told: Told) -> Response {
    let text = |text: String| {
        let plain = HeaderValue::from_static("text/plain; charset=utf-8");
        (failure.status, [(CONTENT_TYPE, plain)], text + "\n").into_response()
    };
    let Told::Page(lang) = told else { return text(failure.text.clone()) };
    match problem(&state.0.context, lang, &failure.problem) {
        Ok(page) => {
            let html = HeaderValue::from_static("text/html; charset=utf-8");
            (failure.status, [(CONTENT_TYPE, html)], page).into_response()
        }
        Err(error) => text(format!("{} {error}", failure.text)),
    }
}
