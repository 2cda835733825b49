//! The handlers that are compared.

use axum::{
    Router,
    body::{Bytes, to_bytes},
    extract::Request,
    routing::post,
};
use cases::{
    SECRET,
    bodies::EVENT,
    events::{AdjacentEvent, Payout, known},
    floor,
    schemes::Adjacent,
    usual,
};
use http::{HeaderMap, HeaderName, StatusCode};
use serde_json::Value;
use tokio::net::TcpListener;
use webhook_kit::{Secret, webhook};

/// The first is what the others are compared with.
pub(crate) const NAMES: [&str; 4] = ["floor", "webhook-kit", "usual", "nothing"];

const LIMIT: usize = 1024 * 1024;

#[webhook(provider = Adjacent)]
async fn on_event(event: AdjacentEvent) {
    assert!(matches!(event, AdjacentEvent::PayoutSuccessful(_)));
}

pub(crate) fn serve(name: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        println!("{}", listener.local_addr().expect("its address"));
        axum::serve(listener, router(name)).await.expect("it serves");
    });
}

fn router(name: &str) -> Router {
    match name {
        "webhook-kit" => {
            let endpoint = on_event::endpoint(Secret::new(SECRET)).expect("a secret");
            Router::new().route_service("/", endpoint)
        }
        "floor" => {
            let key = floor::key256(SECRET.as_bytes());
            let name = HeaderName::from_static("x-signature");
            Router::new().route(
                "/",
                post(async move |request: Request| at_the_floor(&key, &name, request).await),
            )
        }
        "usual" => Router::new().route("/", post(as_usual)),
        "nothing" => Router::new().route("/", post(async |_: Bytes| StatusCode::OK)),
        other => panic!("there is no handler `{other}`"),
    }
}

/// Everything that a correct handler has to do, and nothing else.
async fn at_the_floor(key: &floor::Key256, name: &HeaderName, request: Request) -> StatusCode {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LIMIT).await else { return StatusCode::PAYLOAD_TOO_LARGE };
    if floor::hex(key, &parts.headers, name, b"", &body).is_none() {
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(text) = std::str::from_utf8(&body) else { return StatusCode::UNPROCESSABLE_ENTITY };
    match serde_json::from_str::<known::Adjacent<Payout>>(text) {
        Ok(_) => StatusCode::OK,
        Err(_) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

async fn as_usual(headers: HeaderMap, body: Bytes) -> StatusCode {
    if !usual::hex256(SECRET, &headers, "x-signature", &body) {
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(mut value) = serde_json::from_slice::<Value>(&body) else {
        return StatusCode::UNPROCESSABLE_ENTITY;
    };
    if value["event"].as_str() != Some(EVENT) {
        return StatusCode::OK;
    }
    match serde_json::from_value::<Payout>(value["data"].take()) {
        Ok(_) => StatusCode::OK,
        Err(_) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
