//! Bodies that come late, or never, and handlers that do not end.

use std::{
    collections::VecDeque,
    convert::Infallible,
    pin::Pin,
    sync::{Arc, Mutex, atomic::Ordering},
    task::{Context, Poll},
    time::Duration,
};

use axum::Router;
use bytes::Bytes;
use http::Request;
use http_body::{Body, Frame};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::{Notify, mpsc},
    time::Instant,
};
use webhook_kit::{DEFAULT_BODY_TIMEOUT, Outcome, Provider, RawEvent, Rejection, webhook};

use crate::{
    support::Server,
    world::{self, Act, Pieces, call, data, event, header, secret},
};

/// A test that would wait for ever fails instead.
async fn within<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(Duration::from_secs(30), future)
        .await
        .expect("an end within half a minute")
}

/// A timer that goes off when it is told to, and notes what it was asked for.
#[derive(Clone, Default)]
struct Manual {
    asked: Arc<Mutex<VecDeque<Duration>>>,
    over: Arc<Notify>,
}

impl Manual {
    fn timer(&self) -> impl webhook_kit::Timer {
        let Self { asked, over } = self.clone();
        move |duration| {
            asked.lock().expect("no panic").push_back(duration);
            let over = Arc::clone(&over);
            async move { over.notified().await }
        }
    }

    fn asked(&self) -> usize {
        self.asked.lock().expect("no panic").len()
    }
}

#[tokio::test]
async fn a_body_that_stalls_is_408_when_its_time_is_over() {
    let (endpoint, probe) = world::listed();
    let manual = Manual::default();
    let (sender, mut reports) = mpsc::unbounded_channel();
    let endpoint = endpoint.timer(manual.timer()).observe(move |report| {
        if let Outcome::Rejected(Rejection::BodyTimeout { timeout }) = report.outcome {
            sender.send((*timeout, report.outcome.as_str())).expect("the test listens");
        }
    });
    for (endpoint, timeout) in [
        (endpoint.clone(), DEFAULT_BODY_TIMEOUT),
        (endpoint.body_timeout(Duration::from_millis(1500)), Duration::from_millis(1500)),
    ] {
        let stalled = Pieces::new([data("{"), None, None, None].into_iter());
        let polls = Arc::clone(&stalled.polls);
        let (parts, _) = event("evt_1").into_parts();
        let waiting =
            tokio::spawn(async move { call(&endpoint, Request::from_parts(parts, stalled)).await });
        within(async {
            while manual.asked() == 0 {
                tokio::task::yield_now().await;
            }
        })
        .await;
        assert!(!waiting.is_finished());
        manual.over.notify_one();
        assert_eq!(within(waiting).await.expect("an answer"), 408);
        assert_eq!(polls.load(Ordering::SeqCst), 4, "once when the timer went off");
        assert_eq!(manual.asked.lock().expect("no panic").pop_front(), Some(timeout));
        assert_eq!(reports.recv().await, Some((timeout, "rejected")));
    }
    assert_eq!(probe.handled(), 0);
}

/// A body that gets a byte a second.
struct Trickle(VecDeque<u8>, Pin<Box<tokio::time::Sleep>>);

impl Trickle {
    fn of(body: &[u8]) -> Self {
        let second = tokio::time::sleep(Duration::from_secs(1));
        Self(body.iter().copied().collect(), Box::pin(second))
    }
}

impl Body for Trickle {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.1.as_mut().poll(cx).is_pending() {
            return Poll::Pending;
        }
        self.1.as_mut().reset(Instant::now() + Duration::from_secs(1));
        Poll::Ready(self.0.pop_front().map(|byte| Ok(Frame::data(vec![byte].into()))))
    }
}

/// The time is that of the whole body: an attacker who sends a byte now and then gains nothing.
#[tokio::test(start_paused = true)]
async fn a_byte_now_and_then_does_not_prolong_the_time() {
    let (endpoint, probe) = world::listed();
    let endpoint = endpoint.timer(tokio::time::sleep);
    let request = event("evt_1");
    let seconds = u64::try_from(request.body().len()).expect("it is short") + 1;
    for (timeout, status, took) in
        [(10, 408, 10), (seconds - 1, 408, seconds - 1), (seconds + 1, 200, seconds)]
    {
        let endpoint = endpoint.clone().body_timeout(Duration::from_secs(timeout));
        let slow = request.clone().map(|body| Trickle::of(&body));
        let start = Instant::now();
        assert_eq!(call(&endpoint, slow).await, status);
        assert_eq!(start.elapsed().as_secs(), took, "a clock that only the test moves");
    }
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn a_delivery_whose_body_came_too_late_is_handled_on_the_retry() {
    let (endpoint, probe) = world::listed();
    let late = endpoint.clone().timer(|_| std::future::ready(()));
    let (parts, body) = event("evt_1").into_parts();
    for cut in [0, 1, body.len()] {
        let pieces = [data(body.slice(..cut)), None, None].into_iter();
        let request = Request::from_parts(parts.clone(), Pieces::new(pieces));
        assert_eq!(call(&late, request).await, 408, "{cut} bytes, and no end");
    }
    assert_eq!(probe.handled(), 0);
    assert_eq!(call(&late, event("evt_1").map(|body| Pieces::of(&body, 5))).await, 200);
    assert_eq!(probe.handled(), 1);
}

/// What is there is not waited for: nothing is set up for an ordinary delivery.
#[tokio::test]
async fn a_body_that_is_there_needs_no_timer() {
    let (endpoint, probe) = world::listed();
    let manual = Manual::default();
    let endpoint = endpoint.timer(manual.timer());
    assert_eq!(call(&endpoint, event("evt_1").map(|body| Pieces::of(&body, 1))).await, 200);
    assert_eq!(endpoint.handle(event("evt_2")).await.status(), 200);
    // Servers such as hyper hand over a body only after it was asked for.
    let asked_for = |body| Pieces::new([None, data(body)].into_iter());
    assert_eq!(call(&endpoint, event("evt_3").map(asked_for)).await, 200);
    // Nor is what the head refuses.
    let (mut parts, _) = event("evt_4").into_parts();
    parts.headers.remove("x-listed-signature");
    let stalled = Request::from_parts(parts, Pieces::new([None].into_iter()));
    assert_eq!(call(&endpoint, stalled).await, 401);
    assert_eq!((manual.asked(), probe.handled()), (0, 3));
}

/// Asks in its first request for a text in the body, which nobody signs.
#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    handshake(unsigned = "a test", challenge = "json:/challenge")
)]
struct Asking;

#[webhook(provider = Asking)]
async fn on_asking(_event: RawEvent) {}

#[tokio::test]
async fn a_handshake_has_the_same_time() {
    let endpoint = on_asking::endpoint(secret()).expect("a secret").timer(|_| async {});
    let stalled = Request::post("/").body(Pieces::new([data("{"), None, None].into_iter()));
    let answer = tower_service::Service::call(&mut endpoint.clone(), stalled.expect("a request"));
    assert_eq!(answer.await.unwrap_or_else(|never| match never {}).status(), 408);
}

/// Sends a head that announces more than comes.
async fn half_a_request(server: &Server, body: &[u8]) -> TcpStream {
    let genuine = event("evt_1");
    let head = format!(
        "POST / HTTP/1.1\r\nhost: test\r\nx-listed-signature: {}\r\ncontent-length: {}\r\n\r\n",
        header(&genuine, "x-listed-signature"),
        genuine.body().len()
    );
    let mut stream = TcpStream::connect(server.address).await.expect("the server listens");
    stream.write_all(&[head.as_bytes(), body].concat()).await.expect("the server reads");
    stream
}

/// With the system's timer, as endpoints are made: the connection is answered, and closed.
#[tokio::test]
async fn stalled_connections_are_answered_and_closed() {
    let (endpoint, probe) = world::listed();
    let hasty = endpoint.clone().body_timeout(Duration::from_millis(30));
    let router = Router::new().route_service("/", hasty);
    let server = Server::start(router.route_service("/patient", endpoint)).await;
    let mut stalled = Vec::new();
    for _ in 0..50 {
        stalled.push(half_a_request(&server, b"{\"id\"").await);
    }
    for mut stream in stalled {
        let mut answer = String::new();
        within(stream.read_to_string(&mut answer)).await.expect("text");
        assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
        assert!(answer.ends_with(r#"{"title":"Request Timeout","status":408}"#), "{answer}");
    }
    assert_eq!(probe.handled(), 0);
    let mut retry = event("evt_1");
    *retry.uri_mut() = "/patient".parse().expect("a path");
    assert_eq!(server.send(retry).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

/// A sender that gives up while the handler hangs: its connection ends, so does the handler, and the
/// retry is handled.
#[tokio::test]
async fn a_handler_that_hangs_ends_with_its_connection() {
    let (endpoint, probe) = world::listed();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    for _ in 0..3 {
        probe.will([Act::Hang]);
        let stream = half_a_request(&server, event("evt_1").body()).await;
        while !probe.plan.lock().expect("no panic").is_empty() {
            tokio::task::yield_now().await;
        }
        drop(stream);
    }
    // The server notices when it reads: until then the delivery is in progress, and told so.
    let answered = async {
        loop {
            match server.send(event("evt_1")).await.status {
                503 => tokio::task::yield_now().await,
                status => break status,
            }
        }
    };
    assert_eq!(within(answered).await, 200);
    assert_eq!(probe.handled(), 1);
}

/// Handlers that hang keep nobody else out: each has its own delivery.
#[tokio::test]
async fn deliveries_beside_handlers_that_hang_are_handled() {
    let (endpoint, probe) = world::listed();
    probe.will([Act::Hang; 200]);
    let mut hanging = tokio::task::JoinSet::new();
    for index in 0..200 {
        let endpoint = endpoint.clone();
        hanging.spawn(async move { endpoint.handle(event(&format!("hangs_{index}"))).await });
    }
    while !probe.plan.lock().expect("no panic").is_empty() {
        tokio::task::yield_now().await;
    }
    for index in 0..200 {
        let beside = endpoint.handle(event(&format!("beside_{index}"))).await;
        assert_eq!(beside.status(), 200);
        let again = endpoint.handle(event(&format!("hangs_{index}"))).await;
        assert_eq!(again.status(), 503);
    }
    assert_eq!(probe.handled(), 200);
    hanging.shutdown().await;
    for index in 0..200 {
        let again = endpoint.handle(event(&format!("hangs_{index}"))).await;
        assert_eq!(again.status(), 200);
    }
    assert_eq!(probe.handled(), 400);
}
