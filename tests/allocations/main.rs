//! How often an operation allocates, as exact numbers.
//!
//! Between a request's bytes and the typed event nothing is allocated but what the payload itself
//! owns. Whoever changes a number here says in the commit what is paid for with it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a panic fails the test"
)]

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderValue, Request, request::Parts};
use serde::Deserialize;
use webhook_kit::{
    Delivery, Provider, RawEvent, Rejection, Secret, Verifier, WebhookEvent,
    providers::{ascend, fincra, goodstack, ratio, waldo},
    webhook,
};

const SECRET: &str = "an example secret";

/// How often something allocates on this thread.
fn allocations<R>(operation: impl FnOnce() -> R) -> u64 {
    let mut result = None;
    let counted = allocation_counter::measure(|| result = Some(operation()));
    drop(result);
    counted.count_total
}

macro_rules! sample {
    ($path:literal) => {
        Bytes::from_static(include_bytes!(concat!("../../webhook-providers/samples/", $path)))
    };
}

#[derive(Debug, Provider)]
#[provider(
    name = "github",
    algo = "sha256",
    header = "X-Hub-Signature-256",
    format = "sha256={signature}",
    event_type = "header:X-GitHub-Event"
)]
struct GitHub;

#[derive(Debug, Provider)]
#[provider(
    name = "stripe",
    algo = "sha256",
    header = "Stripe-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event_type = "/type",
    payload = "/data"
)]
struct Stripe;

#[derive(Debug, Provider)]
#[provider(
    name = "standard-webhooks",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    id = "header:webhook-id",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m")
)]
struct Standard;

const BODY: &str =
    r#"{"id":"evt_1","type":"note.sent","data":{"text":"a text","to":"Ada","cents":100}}"#;

fn request<P: Provider>(secret: &str, body: impl Into<Bytes>) -> (Parts, Bytes) {
    P::sign(&Secret::new(secret), body).request().into_parts()
}

fn verifying<P: Provider>(secret: &str, body: impl Into<Bytes>) -> u64 {
    let (parts, body) = request::<P>(secret, body);
    // As received: a server's headers share one buffer, and so do copies of these.
    let _shared = parts.clone();
    let verifier = Verifier::<P>::new(Secret::new(secret)).expect("a secret");
    let mut delivery = None;
    let count = allocations(|| delivery = Some(verifier.verify(&parts, body)));
    delivery.expect("it ran").expect("it is genuine");
    count
}

#[test]
fn verifying_allocates_nothing() {
    assert_eq!(verifying::<Stripe>(SECRET, BODY), 0);
    assert_eq!(verifying::<fincra::Fincra>(SECRET, sample!("fincra/payout.successful.json")), 0);
    assert_eq!(verifying::<ratio::Ratio>(SECRET, BODY), 0);
    assert_eq!(verifying::<ascend::Ascend>(SECRET, sample!("ascend/invoice.paid.json")), 0);
    assert_eq!(verifying::<waldo::Waldo>(SECRET, sample!("waldo/evaluation.json")), 0);
    let donation = sample!("goodstack/donation.payment_successful.json");
    assert_eq!(verifying::<goodstack::Goodstack>(SECRET, donation), 0);
    // What the head says is kept with the delivery: handles of the header's values.
    assert_eq!(verifying::<GitHub>(SECRET, BODY), 0);
    let standard = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    assert_eq!(verifying::<Standard>(standard, BODY), 0);
}

#[test]
fn several_secrets_and_signatures_allocate_nothing() {
    let (new, old) = (Secret::new("the new one"), Secret::new("the old one"));
    let (mut parts, body) = Stripe::sign(&old, BODY).request().into_parts();
    let header = parts.headers["stripe-signature"].to_str().unwrap();
    let two = format!("{header},v1={}", "00".repeat(32));
    parts.headers.insert("stripe-signature", HeaderValue::from_str(&two).unwrap());
    let verifier = Verifier::<Stripe>::new([new, old]).expect("secrets");
    assert_eq!(allocations(|| verifier.verify(&parts, body).expect("it is genuine")), 0);
}

#[test]
fn a_body_in_one_chunk_is_not_copied() {
    let (parts, body) = request::<Stripe>(SECRET, BODY.to_owned());
    let verifier = Verifier::<Stripe>::new(Secret::new(SECRET)).expect("a secret");
    let at = body.as_ptr();
    let delivery = verifier.verify(&parts, body).expect("it is genuine");
    assert_eq!(delivery.body().as_ptr(), at);
}

#[test]
fn a_body_in_chunks_is_one_buffer() {
    let (parts, body) = request::<Stripe>(SECRET, BODY);
    let verifier = Verifier::<Stripe>::new(Secret::new(SECRET)).expect("a secret");
    let chunks = [body.slice(..10), body.slice(10..20), body.slice(20..)];
    let count = allocations(|| {
        let mut running = verifier.begin(&parts).expect("a good head");
        for chunk in chunks {
            running.push(chunk);
        }
        running.finish().expect("it is genuine")
    });
    // The state of the hash, the buffer, that it grows once, and the handle that is shared from
    // then on.
    assert_eq!(count, 4);
}

#[test]
fn refusing_allocates_nothing() {
    let verifier = Verifier::<Stripe>::new(Secret::new(SECRET)).expect("a secret");
    let refusing = |parts: &Parts, body: Bytes| {
        let mut refused = None;
        let count = allocations(|| refused = Some(verifier.verify(parts, body)));
        (count, refused.expect("it ran").expect_err("it is not genuine"))
    };
    let (parts, body) = request::<Stripe>(SECRET, BODY);
    let mut missing = parts.clone();
    missing.headers.remove("stripe-signature");
    assert!(matches!(refusing(&missing, body.clone()), (0, Rejection::MissingHeader { .. })));
    let mut malformed = parts.clone();
    malformed.headers.insert("stripe-signature", HeaderValue::from_static("t=1,v1=xyz"));
    assert!(matches!(refusing(&malformed, body.clone()), (0, Rejection::MalformedHeader { .. })));
    let hour = Duration::from_secs(3600);
    let secret = Secret::new(SECRET);
    let stale = Stripe::sign(&secret, BODY).at(SystemTime::now() - hour).request();
    let (stale, _) = stale.into_parts();
    assert!(matches!(refusing(&stale, body.clone()), (0, Rejection::Stale { .. })));
    let (forged, _) = request::<Stripe>("a guess", BODY);
    assert!(matches!(refusing(&forged, body), (0, Rejection::Signature)));
}

#[derive(Debug, Deserialize)]
struct Note {
    #[allow(dead_code, reason = "it is decoded")]
    text: String,
}

#[derive(Debug, Deserialize)]
struct BorrowedNote<'a> {
    #[allow(dead_code, reason = "it is decoded")]
    text: &'a str,
    to: std::borrow::Cow<'a, str>,
    cents: u64,
}

#[derive(Debug, WebhookEvent)]
#[event(provider = Stripe)]
enum Event {
    #[event("note.sent")]
    Sent(#[allow(dead_code, reason = "it is decoded")] Note),
    #[event(other)]
    Other(#[allow(dead_code, reason = "it is kept")] RawEvent),
}

#[derive(Debug, WebhookEvent)]
#[event(provider = Stripe, ignore_others)]
enum BorrowedEvent<'a> {
    #[event("note.sent")]
    Sent(BorrowedNote<'a>),
}

fn delivery(body: &'static str) -> Delivery {
    let (parts, body) = request::<Stripe>(SECRET, body);
    let verifier = Verifier::<Stripe>::new(Secret::new(SECRET)).expect("a secret");
    verifier.verify(&parts, body).expect("it is genuine")
}

#[test]
fn decoding_allocates_what_the_payload_owns() {
    let genuine = delivery(BODY);
    // The text of the note.
    assert_eq!(allocations(|| Event::decode(&genuine).expect("a note")), 1);
    let genuine = delivery(BODY);
    let borrowed = || match BorrowedEvent::decode(&genuine).expect("a note") {
        Some(BorrowedEvent::Sent(note)) => note.cents + note.to.len() as u64,
        None => 0,
    };
    // `Cow` owns unless a field says `#[serde(borrow)]`.
    assert_eq!(allocations(borrowed), 1);
    let genuine = delivery(BODY);
    assert_eq!(allocations(|| genuine.id().map(str::len)), 0);
    let genuine = delivery(r#"{"data":{"text":"a text"},"type":"note.sent","id":"evt_1"}"#);
    assert_eq!(allocations(|| Event::decode(&genuine).expect("a note")), 1);
    // The name of an event that no variant takes.
    let genuine = delivery(r#"{"id":"evt_1","type":"note.lost","data":{}}"#);
    assert_eq!(allocations(|| Event::decode(&genuine).expect("another event")), 1);
}

#[webhook(provider = Stripe)]
async fn on_stripe(event: Event) {
    drop(event);
}

const METRICS: u64 = 3;

/// The whole way, once: what is remembered of a delivery included.
#[tokio::test(flavor = "current_thread")]
async fn a_whole_request() {
    let endpoint = on_stripe::endpoint(Secret::new(SECRET)).expect("a secret");
    let run = |body: &'static str| {
        let (parts, body) = request::<Stripe>(SECRET, body);
        let request = Request::from_parts(parts, body);
        let mut future = Box::pin(endpoint.handle(request));
        let mut status = None;
        let count = allocations(|| {
            let mut context = std::task::Context::from_waker(std::task::Waker::noop());
            status = match future.as_mut().poll(&mut context) {
                std::task::Poll::Ready(response) => Some(response.status()),
                std::task::Poll::Pending => None,
            };
        });
        assert_eq!(status, Some(http::StatusCode::OK));
        count
    };
    run(r#"{"id":"evt_0","type":"note.sent","data":{"text":"the first makes the table"}}"#);
    // Counting makes labels, where the feature is on.
    let counted = if cfg!(feature = "metrics") { METRICS } else { 0 };
    // The text of the note, the handle of the head that the delivery keeps for `unsigned`, and the
    // verdict in the extensions of the answer: their table, and the verdict.
    assert_eq!(run(BODY), 5 + counted);
    // It was handled before: nothing is decoded.
    assert_eq!(run(BODY), 4 + counted);
}

/// Of a body whose signature covers another form of it, the form is the one copy: with the body itself and
/// what is between them, no forgery takes more than three bodies.
#[test]
fn a_forgery_takes_no_more_memory_than_three_bodies() {
    // A little less than the largest of which a form is made at all.
    const SIZE: usize = 250 * 1024;
    // Some bytes are for the state of a hash and the like, whatever the body.
    const BESIDE: usize = 16 * 1024;
    let verifiers = [fincra::Fincra::SCHEME, ratio::Ratio::SCHEME]
        .map(|scheme| (scheme, scheme.verifier(Secret::new(SECRET)).expect("a secret")));
    let filled = |begin: &str, unit: &str, end: &str| {
        let count = (SIZE - begin.len() - end.len()) / unit.len();
        Bytes::from(format!("{begin}{}{end}", unit.repeat(count)))
    };
    let bodies = [
        filled("{\"data\":{", "\"\":1,", "\"a\":1}}"),
        filled("{\"data\":[", "1e20,", "1]}"),
        filled("{\"data\":[", "1e5,", "1]}"),
        filled("{\"data\":[", "1,", "1]}"),
        filled("{\"data\":[", "{},", "1]}"),
        filled("{\"data\":[", "[],", "1]}"),
        filled("{\"data\":[", "{\"b\":1,\"a\":1},", "1]}"),
        filled("{\"data\":[", "\"\\u00e9\",", "1]}"),
        filled("{\"data\":\"", "\u{7f}", "\"}"),
        filled("{\"data\":[", "2.2294003910098522336e-308,", "1]}"),
        filled("{\"data\":", "[", ""),
        filled("{\"data\":\"", "a", "\"}"),
    ];
    for (scheme, verifier) in &verifiers {
        for body in &bodies {
            let (parts, _) = scheme.sign(&Secret::new("a guess"), "{}").request().into_parts();
            let mut refused = false;
            // As it comes from a connection.
            let pieces: Vec<Bytes> = body.chunks(16 * 1024).map(Bytes::copy_from_slice).collect();
            // What is given back while it is measured would make room in the account.
            let _kept = pieces.clone();
            let taken = allocation_counter::measure(|| {
                let mut running = verifier.begin(&parts).expect("a good head");
                for piece in pieces {
                    running.push(piece);
                }
                refused = running.finish().is_err();
            });
            assert!(refused, "it is not genuine");
            let most = usize::try_from(taken.bytes_max).expect("a size");
            assert!(
                most <= 3 * SIZE + BESIDE,
                "{}: {:?}..: {most} bytes, {} per mille of the body",
                scheme.name(),
                String::from_utf8_lossy(&body[..40.min(body.len())]),
                most * 1000 / SIZE
            );
        }
    }
}
