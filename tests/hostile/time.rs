//! Timestamps at the ends of the numbers, ahead of the clock, and where nobody signs them.

use std::time::{Duration, SystemTime};

use axum::Router;
use webhook_kit::{
    Provider, Secret,
    grammar::{Declaration, Spanned, TimestampKeys},
    webhook,
};

use crate::{
    support::{Server, noon},
    world::{
        self, Listed, Probe, STANDARD_SECRET, Standard, event, header, on_listed, secret, set,
    },
};

/// The numbers at which somebody's arithmetic overflowed.
const EXTREMES: [&str; 12] = [
    "0",
    "1",
    "4294967295",
    "4294967296",
    "8210266876799",
    "8210266876800",
    "253402300800",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "99999999999999999999999999999999999999",
];

#[tokio::test]
async fn extreme_timestamps_are_refused_without_a_panic() {
    let (listed, probe) = world::listed();
    let listed = Server::start(Router::new().route_service("/", listed)).await;
    let (standard, standard_probe) = world::standard();
    let standard = Server::start(Router::new().route_service("/", standard)).await;
    for extreme in EXTREMES {
        let value = header(&event("evt_1"), "x-listed-signature").replace("1700000000", extreme);
        let request = set(event("evt_1"), "x-listed-signature", &[value.as_bytes()]);
        let status = listed.send(request).await.status;
        assert!([400, 401].contains(&status), "{extreme}: {status}");

        let request = Standard::sign(&Secret::new(STANDARD_SECRET), "{}").at(noon()).request();
        let request = set(request, "webhook-timestamp", &[extreme.as_bytes()]);
        let status = standard.send(request).await.status;
        assert!([400, 401].contains(&status), "{extreme}: {status}");
    }
    assert_eq!(probe.handled() + standard_probe.handled(), 0);
}

/// The clock may stand anywhere, and the tolerance be anything.
#[tokio::test]
async fn extreme_clocks_and_tolerances_do_not_overflow() {
    let far = SystemTime::UNIX_EPOCH + Duration::from_secs(200_000_000_000);
    let before = SystemTime::UNIX_EPOCH - Duration::from_secs(1_000_000_000);
    for clock in [SystemTime::UNIX_EPOCH, far, before] {
        for (tolerance, status) in [(Duration::ZERO, 401), (Duration::MAX, 200)] {
            let probe = Probe::default();
            let endpoint = on_listed::endpoint(secret()).expect("a secret").state(probe.clone());
            let endpoint =
                endpoint.clock(move || clock).tolerance(tolerance).expect("a signed time");
            assert_eq!(endpoint.handle(event("evt_1")).await.status(), status);
            assert_eq!(probe.handled(), usize::from(status == 200));
        }
    }
}

#[tokio::test]
async fn timestamps_with_signs_zeros_or_trailing_text_are_refused() {
    let (endpoint, probe) = world::standard();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    for bad in [
        "-9223372036854775808",
        "-1700000000",
        "+1700000000",
        "01700000000",
        "+0001700000000",
        "1700000000abc",
        "1700000000.0",
        "1700000000 1",
        "1.7e9",
        "0x6553f100",
        "NaN",
        "",
    ] {
        // Signed with the very text that is sent: only the reading of it can refuse it.
        let request = Standard::sign(&Secret::new(STANDARD_SECRET), "{}").at(noon()).request();
        let request = set(request, "webhook-timestamp", &[bad.as_bytes()]);
        assert_eq!(server.send(request).await.status, 400, "{bad:?}");
    }
    assert_eq!(probe.handled(), 0);
}

#[tokio::test]
async fn timestamps_of_the_future_are_refused_like_those_of_the_past() {
    let (endpoint, probe) = world::listed();
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    let at = |offset: i64| {
        let seconds = Duration::from_secs(offset.unsigned_abs());
        let at = if offset < 0 { noon() - seconds } else { noon() + seconds };
        let body = format!("{{\"id\":\"{offset}\",\"type\":\"paid\"}}");
        Listed::sign(&secret(), body).at(at).request()
    };
    for (offset, status) in [
        (-3600, 401),
        (-301, 401),
        (-300, 200),
        (0, 200),
        (300, 200),
        (301, 401),
        (3600, 401),
        (1_000_000_000, 401),
    ] {
        assert_eq!(server.send(at(offset)).await.status, status, "{offset} s");
    }
    assert_eq!(probe.handled(), 3);
}

/// A fresh timestamp on an old delivery is not what was signed.
#[tokio::test]
async fn a_replay_with_a_fresh_timestamp_is_refused() {
    let (endpoint, probe) = world::listed();
    let old = Listed::sign(&secret(), "{}").at(noon() - Duration::from_secs(3600)).request();
    let value = header(&old, "x-listed-signature");
    assert!(value.starts_with("t=1699996400,"));
    assert_eq!(endpoint.handle(old.clone()).await.status(), 401);
    let fresh = value.replace("t=1699996400,", "t=1700000000,");
    let replay = set(old.clone(), "x-listed-signature", &[fresh.as_bytes()]);
    assert_eq!(endpoint.handle(replay).await.status(), 401);
    for both in [format!("t=1700000000,{value}"), format!("{value},t=1700000000")] {
        let replay = set(old.clone(), "x-listed-signature", &[both.as_bytes()]);
        assert_eq!(endpoint.handle(replay).await.status(), 400, "two timestamps");
    }
    assert_eq!(probe.handled(), 0);
}

/// Carries the timestamp in the signature's header and in one of its own.
#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "X-Twice-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(header = "X-Twice-Timestamp", unit = "seconds", tolerance = "5m")
)]
struct Twice;

#[webhook(provider = Twice)]
async fn on_twice(_event: webhook_kit::RawEvent) {}

#[tokio::test]
async fn two_places_of_one_timestamp_must_agree() {
    let endpoint = on_twice::endpoint(secret()).expect("a secret").clock(noon);
    let genuine = || Twice::sign(&secret(), "{}").at(noon()).request();
    assert_eq!(endpoint.handle(genuine()).await.status(), 200);
    let other = set(genuine(), "x-twice-timestamp", &[b"1700000001"]);
    assert_eq!(endpoint.handle(other).await.status(), 400);
    let missing = set(genuine(), "x-twice-timestamp", &[]);
    assert_eq!(endpoint.handle(missing).await.status(), 401);
    let value = header(&genuine(), "x-twice-signature").replace("t=1700000000,", "");
    let alone = set(genuine(), "x-twice-signature", &[value.as_bytes()]);
    assert_eq!(endpoint.handle(alone).await.status(), 400);
}

/// Carries its timestamp in the body, so it is read when the body is known to be genuine.
#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "X-Inner-Signature",
    timestamp(json = "/at", unit = "auto", tolerance = "5m")
)]
struct Inner;

#[webhook(provider = Inner)]
async fn on_inner(_event: webhook_kit::RawEvent) {}

#[tokio::test]
async fn a_timestamp_in_the_body_is_checked_like_one_in_a_header() {
    let endpoint = on_inner::endpoint(secret()).expect("a secret").clock(noon);
    for (at, status) in [
        ("1700000000", 200),
        ("1700000000000", 200),
        ("\"1700000000\"", 200),
        ("1700000301", 401),
        ("1699999699", 401),
        ("-1700000000", 401),
        ("18446744073709551616", 401),
        ("1.7e9", 401),
        ("null", 401),
        ("{}", 401),
    ] {
        let request = Inner::sign(&secret(), format!("{{\"at\":{at}}}")).request();
        assert_eq!(endpoint.handle(request).await.status(), status, "{at}");
    }
    for body in ["{}", "", "[1700000000]", "{\"at\":1700000000,\"at\":1700000000}"] {
        let request = Inner::sign(&secret(), body).request();
        assert_eq!(endpoint.handle(request).await.status(), 401, "{body}");
    }
}

/// What does not compile in an attribute, asked of the rules themselves: the compiler's own words
/// stand in `tests/ui`.
#[test]
fn a_tolerance_for_an_unsigned_timestamp_cannot_be_declared() {
    let text = |value: &str| Spanned { span: (), value: value.to_owned() };
    let declaration = |message: Option<&str>| Declaration {
        algo: Some(text("sha256")),
        header: vec![text("x-signature")],
        message: message.map(text).into_iter().collect(),
        timestamp: Some(TimestampKeys {
            span: (),
            header: Some(text("x-webhook-timestamp")),
            json: None,
            form: None,
            query: None,
            unit: Some(text("seconds")),
            tolerance: Some(text("5m")),
            on_retry: None,
        }),
        ..Declaration::default()
    };
    for unsigned in [None, Some("{body}"), Some("{id}.{body}"), Some("timestamp{body}")] {
        let problems = declaration(unsigned).check(()).expect_err("nothing signs the timestamp");
        let sentences: Vec<_> = problems.iter().map(|problem| &*problem.sentence).collect();
        assert!(
            sentences.iter().any(|sentence| sentence.contains("protects nothing")),
            "{sentences:?}"
        );
    }
    assert!(declaration(Some("{timestamp}.{body}")).check(()).is_ok());
}
