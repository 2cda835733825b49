//! Connections that clients keep alive: a request that is refused before its body has come costs
//! neither its own answer nor the next request.

use std::{
    io::Write as _,
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::Router;
use bytes::Bytes;
use http::{Request, Version};
use http_body::{Body, Frame};
use http_body_util::{BodyExt as _, Full};
use hyper_util::rt::TokioIo;
use serde_json::json;
use tokio::net::TcpStream;
use tower_service::Service as _;
use webhook_kit::{Delivery, Endpoint, Handler, Provider as _, Secret, providers::github::GitHub};

use crate::support::Server;

const PAIRS: usize = 100;
const BODY: &str = "{\"zen\":\"Keep it logically awesome.\"}";

fn secret() -> Secret {
    Secret::new("a secret")
}

fn endpoint() -> Endpoint<impl Handler<State = ()>> {
    GitHub::SCHEME.endpoint(secret(), |_: Delivery| async {}).expect("a secret")
}

fn genuine() -> Request<Bytes> {
    GitHub::sign(&secret(), BODY).request()
}

/// What is refused: the method, the size of its body, the status.
const REFUSED: [(&str, usize, u16); 5] = [
    ("POST", 10, 401),
    ("POST", 200 * 1024, 401),
    ("PUT", 200 * 1024, 405),
    // The body is larger than the limit.
    ("POST", 1024 * 1024 + 1, 413),
    ("POST", 2 * 1024 * 1024, 413),
];

/// Runs a client in another language, if that is here.
async fn run(program: &str, script: &str) {
    if Command::new(program).arg("--version").output().is_err() {
        eprintln!("DID NOT RUN: there is no `{program}` on PATH");
        return;
    }
    let server = Server::start(Router::new().route_service("/", endpoint())).await;
    let headers: serde_json::Map<_, _> = genuine()
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().expect("text").into()))
        .collect();
    for (method, size, status) in REFUSED {
        let told = json!({
            "port": server.address.port(), "pairs": PAIRS,
            "method": method, "headers": {}, "size": size, "status": status,
            "genuine": headers, "body": BODY,
        });
        let path = format!("{}/tests/endpoint/clients/{script}", env!("CARGO_MANIFEST_DIR"));
        let program = program.to_owned();
        let output = tokio::task::spawn_blocking(move || {
            let mut child = Command::new(program)
                .arg(path)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .expect("it runs");
            let mut stdin = child.stdin.take().expect("a pipe");
            stdin.write_all(told.to_string().as_bytes()).expect("it listens");
            drop(stdin);
            child.wait_with_output().expect("it ends")
        });
        let output = output.await.expect("no panic");
        let right = String::from_utf8_lossy(&output.stdout);
        let right: Vec<usize> = serde_json::from_str(right.trim()).expect("two numbers");
        assert_eq!(right, [PAIRS, PAIRS], "{script}: {method}, {size} bytes, {status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn node_keeps_its_connection() {
    run("node", "client.mjs").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn python_keeps_its_connection() {
    run("python3", "client.py").await;
}

/// Each pair over one connection, which is the only one.
#[tokio::test(flavor = "multi_thread")]
async fn hyper_keeps_its_connection() {
    let server = Server::start(Router::new().route_service("/", endpoint())).await;
    let stream = TcpStream::connect(server.address).await.expect("a server");
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("a connection");
    tokio::spawn(connection);
    for (method, size, status) in REFUSED {
        for _ in 0..PAIRS {
            let refused = Request::builder().method(method).uri("/").header("host", "test");
            let refused = refused.body(Full::new(Bytes::from(vec![b'x'; size])));
            let genuine = genuine().map(Full::new);
            for (request, status) in [(refused.expect("a request"), status), (genuine, 200)] {
                sender.ready().await.expect("the connection is open");
                let answer = sender.send_request(request).await.expect("an answer");
                assert_eq!(answer.status(), status, "{method}, {size} bytes");
                assert!(!answer.headers().contains_key("connection"));
                answer.into_body().collect().await.expect("a body");
            }
        }
    }
}

/// A body of so many bytes that says nothing of its length, or never comes.
struct Large {
    left: usize,
    read: Arc<AtomicUsize>,
    stalls: bool,
}

impl Body for Large {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.stalls {
            return std::task::Poll::Pending;
        }
        let Some(left) = self.left.checked_sub(1024) else { return std::task::Poll::Ready(None) };
        self.left = left;
        self.read.fetch_add(1024, Ordering::SeqCst);
        std::task::Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[0; 1024])))))
    }
}

/// Whether the answer to a refused request closes the connection, and how much of it was read.
async fn closes(
    endpoint: &Endpoint<impl Handler<State = ()>>,
    version: Version,
    headers: &[(&str, &str)],
    body: (usize, bool),
) -> (bool, usize) {
    let read = Arc::new(AtomicUsize::new(0));
    let (left, stalls) = body;
    let mut request = Request::post("/").version(version);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Large { left, read: Arc::clone(&read), stalls });
    let Ok(answer) = endpoint.clone().call(request.expect("a request")).await;
    assert!(answer.status().is_client_error());
    let connection = answer.headers().get("connection");
    assert!(connection.is_none_or(|value| value == "close"));
    (connection.is_some(), read.load(Ordering::SeqCst))
}

/// What is not worth reading is not read, and then the connection is said to be closed: over HTTP/1,
/// the only one where it has to be.
#[tokio::test]
async fn what_is_left_is_read_or_the_connection_is_closed() {
    let endpoint = endpoint().timer(|_: Duration| std::future::ready(()));
    let mebibytes = |count: usize| count * 1024 * 1024;
    let (http1, http2) = (Version::HTTP_11, Version::HTTP_2);
    assert_eq!(closes(&endpoint, http1, &[], (mebibytes(4), false)).await, (false, mebibytes(4)));
    let (is_closed, read) = closes(&endpoint, http1, &[], (mebibytes(64), false)).await;
    assert!(is_closed && read <= mebibytes(4) + 1024, "{read}");
    // One that stalls is waited for no longer than the timer says.
    assert_eq!(closes(&endpoint, http1, &[], (1024, true)).await, (true, 0));
    // Who waits to be told that the body is wanted is not told so.
    let expects = [("expect", "100-continue")];
    assert_eq!(closes(&endpoint, http1, &expects, (1024, false)).await, (true, 0));
    for body in [(1024, false), (mebibytes(64), false), (1024, true)] {
        assert_eq!(closes(&endpoint, http2, &[], body).await, (false, 0));
    }
    // A genuine delivery closes nothing.
    assert_eq!(endpoint.handle(genuine()).await.headers().get("connection"), None);
}
