//! Every address, asked as a browser would.

// What cannot be unwrapped in a test fails the test.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../../report/tests/support/mod.rs"]
mod support;

use axum::body::{Body, to_bytes};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::response::Response;
use sextant_monitor::Observation;
use sextant_server::{ServerState, router, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tower::ServiceExt;

fn state(demo: bool) -> ServerState {
    ServerState::new(support::with(demo, support::all()))
}

async fn ask(state: &ServerState, request: Request<Body>) -> (StatusCode, HeaderMap, Vec<u8>) {
    let response: Response = router(state.clone()).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    (parts.status, parts.headers, to_bytes(body, usize::MAX).await.unwrap().to_vec())
}

async fn get(state: &ServerState, uri: &str) -> (StatusCode, HeaderMap, String) {
    let request = Request::get(uri).body(Body::empty()).unwrap();
    let (status, headers, body) = ask(state, request).await;
    (status, headers, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn the_list_says_what_the_edition_is() {
    let state = state(true);
    let (status, headers, page) = get(&state, "/").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers[CONTENT_TYPE], "text/html; charset=utf-8");
    assert!(page.contains("2023-0a1b2c3d") && page.contains("Demo data"));
    assert!(page.contains("href=\"/factsheet/BE?lang=en\""));
    assert!(page.contains("href=\"/factsheet/CN?lang=en\""), "others are listed too");
    let (_, _, dutch) = get(&state, "/?lang=nl").await;
    assert!(dutch.contains("<html lang=\"nl\">") && dutch.contains("Demogegevens"));
}

#[tokio::test]
async fn a_sheet_is_found_in_any_case_and_language() {
    let state = state(false);
    let (status, _, upper) = get(&state, "/factsheet/BE?lang=fr").await;
    let (_, _, lower) = get(&state, "/factsheet/be?lang=FR").await;
    assert_eq!(status, StatusCode::OK);
    assert!(upper.contains("<h1>Belgique</h1>"));
    assert!(upper == lower);
    assert!(!upper.contains("Données de démonstration"));
}

#[tokio::test]
async fn what_is_not_there_is_said_with_what_is() {
    let state = state(false);
    let (status, headers, page) = get(&state, "/factsheet/XX").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(headers[CONTENT_TYPE], "text/html; charset=utf-8");
    assert!(page.contains("no country “XX”") && page.contains("/factsheet/BE?lang=en"));
    let (status, _, page) = get(&state, "/factsheet/%3Cscript%3E").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(!page.contains("<script>"), "escaped");
    let (status, _, page) = get(&state, "/nothing/here").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(page.contains("There is nothing at /nothing/here."));
    let (_, _, page) = get(&state, "/factsheet/XX?lang=fr").await;
    assert!(page.contains("n&#39;a pas de pays"), "told in the reader's language");
    let (status, _, page) = get(&state, "/factsheet/BE?lang=de").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(page.contains("Sextant does not write in “de”."));
    let (status, _, text) = get(&state, "/figure/no-such/BE.svg").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(text.contains("trade-balance-ecosystems"));
    let (status, _, text) = get(&state, "/figure/trade-map/BE.gif").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(text.contains("CC.svg"));
    let (status, _, text) = get(&state, "/observations.csv?geos=BE").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(text.contains("geos"), "{text}");
}

#[tokio::test]
async fn a_figure_comes_in_four_formats() {
    let state = state(true);
    let address = |format| format!("/figure/trade-balance-ecosystems/be.{format}?lang=zh");
    let (status, headers, svg) = get(&state, &address("svg")).await;
    assert_eq!(
        (status, &headers[CONTENT_TYPE]),
        (StatusCode::OK, &"image/svg+xml".parse().unwrap())
    );
    assert!(svg.starts_with("<svg") && svg.contains("演示数据") && svg.contains("2023-0a1b2c3d"));
    let request = Request::get(address("png")).body(Body::empty()).unwrap();
    let (_, headers, png) = ask(&state, request).await;
    assert_eq!(headers[CONTENT_TYPE], "image/png");
    assert!(png.starts_with(b"\x89PNG"));
    let (_, headers, csv) = get(&state, &address("csv")).await;
    assert!(csv.starts_with("figure,indicator,geo"));
    assert_eq!(
        headers[CONTENT_DISPOSITION],
        "attachment; filename=\"sextant-trade-balance-ecosystems-BE-zh-demo.csv\""
    );
    let (_, headers, json) = get(&state, &address("json")).await;
    assert_eq!(headers[CONTENT_TYPE], "application/json");
    assert!(json.contains("\"demo\": true"));
}

#[tokio::test]
async fn observations_are_filtered_and_complete() {
    let state = state(true);
    let all = support::observations();
    let uri = "/observations.csv?indicator=trade-rca&geo=be&subject=wind-power&period=";
    let (status, headers, csv) = get(&state, uri).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers["x-sextant-demo"], "true");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<Observation> = reader.deserialize().map(Result::unwrap).collect();
    let fits =
        |o: &&Observation| o.indicator == "trade-rca" && o.geo == "BE" && o.subject == "wind-power";
    // The kind of the subject is no column: it goes without saying.
    let as_printed = |o: &Observation| Observation { subject_kind: String::new(), ..o.clone() };
    let expected: Vec<Observation> = all.iter().filter(fits).map(as_printed).collect();
    assert_eq!(rows, expected);
    let (_, _, everything) = get(&state, "/observations.csv").await;
    assert_eq!(everything.lines().count(), all.len() + 1);
    let (_, _, none) = get(&state, "/observations.csv?geo=XX").await;
    assert_eq!(none.lines().count(), 1, "the header alone");
}

#[tokio::test]
async fn what_a_browser_has_is_not_sent_again() {
    let state = state(false);
    let (_, headers, _) = get(&state, "/factsheet/BE").await;
    let etag = headers[ETAG].clone();
    assert!(etag.to_str().unwrap().starts_with("\"0a1b2c3d4e5f-"), "{etag:?}");
    let request = |tag: &str| {
        let request = Request::get("/factsheet/BE").header(IF_NONE_MATCH, tag);
        request.body(Body::empty()).unwrap()
    };
    let (status, headers, body) = ask(&state, request(etag.to_str().unwrap())).await;
    assert_eq!((status, body.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(headers[ETAG], etag);
    let (status, _, body) = ask(&state, request("\"other\"")).await;
    assert!(status == StatusCode::OK && !body.is_empty());
}

#[tokio::test]
async fn every_answer_is_protected() {
    let state = state(false);
    for uri in ["/", "/factsheet/XX", "/healthz", "/assets/sextant.js", "/figure/a/b", "/nothing"] {
        let (_, headers, _) = get(&state, uri).await;
        let policy = headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("script-src 'self';"), "{uri}: {policy}");
        assert_eq!(headers[X_CONTENT_TYPE_OPTIONS], "nosniff", "{uri}");
    }
    let request = Request::builder().method(Method::POST).uri("/").body(Body::empty()).unwrap();
    assert_eq!(ask(&state, request).await.0, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn pages_find_their_style_script_and_fonts() {
    let state = state(false);
    let (_, _, page) = get(&state, "/").await;
    let (_, _, style) = get(&state, "/assets/sextant.css").await;
    let mut addresses: Vec<String> = Vec::new();
    for (text, start, end) in [
        (&page, "href=\"/assets/", '"'),
        (&page, "src=\"/assets/", '"'),
        (&style, "url(\"/assets/", '"'),
    ] {
        let found = text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap());
        addresses.extend(found.map(|name| format!("/assets/{name}")));
    }
    assert_eq!(addresses.len(), 4, "{addresses:?}");
    for address in addresses {
        let (status, headers, body) = get(&state, &address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        assert!(headers[CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert!(!body.is_empty());
    }
    assert_eq!(get(&state, "/assets/no.css").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_asking_for_the_same_page_gets_the_same_page() {
    let state = state(false);
    let requests = (0..16).map(|_| {
        let state = state.clone();
        tokio::spawn(async move { get(&state, "/factsheet/NL").await })
    });
    let mut pages = Vec::new();
    for request in requests.collect::<Vec<_>>() {
        let (status, _, page) = request.await.unwrap();
        assert_eq!(status, StatusCode::OK);
        pages.push(page);
    }
    assert!(pages.windows(2).all(|pair| pair[0] == pair[1]));
}

#[tokio::test]
async fn it_serves_over_a_socket_until_told_to_stop() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let shutdown = async {
        let _ = stopped.await;
    };
    let serving = tokio::spawn(serve(state(true), listener, shutdown));
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.ends_with("ok\nedition 2023-0a1b2c3d\n"), "{answer}");
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}
