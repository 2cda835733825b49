//! 400 and 401: headers that are missing, malformed, contradictory, stale or signed otherwise.

use std::time::{Duration, SystemTime};

use axum::Router;
use webhook_kit::{
    Provider, Secret, State,
    providers::{
        ascend::Ascend,
        goodstack::Goodstack,
        ratio::{self, Ratio},
    },
    webhook,
};

use crate::{
    support::{Server, noon},
    world::{
        DONATION, INVOICE, Probe, add, assert_refused, header, invoice, on_ascend, secret, serve,
        serve_ascend, serve_goodstack, set, without,
    },
};

#[tokio::test]
async fn missing_headers_are_401() {
    let (server, probe) = serve_ascend().await;
    for name in ["x-ascend-signature", "x-ascend-request-timestamp"] {
        assert_refused(&server.send(without(invoice(), name)).await, 401, &probe);
    }
}

#[tokio::test]
async fn signatures_that_do_not_match_are_401() {
    let (server, probe) = serve_ascend().await;
    let mut tampered = invoice();
    *tampered.body_mut() = INVOICE.replace("600000", "600001").into();
    assert_refused(&server.send(tampered).await, 401, &probe);

    let other = Ascend::sign(&Secret::new("another"), INVOICE).at(noon()).request();
    assert_refused(&server.send(other).await, 401, &probe);

    let later = Ascend::sign(&secret(), INVOICE).at(noon() + Duration::from_secs(1)).request();
    let stolen = set(invoice(), "x-ascend-request-timestamp", b"1700000001");
    let value = header(&invoice(), "x-ascend-signature").replace("t=1700000000", "t=1700000001");
    assert_ne!(header(&later, "x-ascend-signature"), value);
    assert_refused(
        &server.send(set(stolen, "x-ascend-signature", value.as_bytes())).await,
        401,
        &probe,
    );
}

#[tokio::test]
async fn stale_and_future_timestamps_are_401() {
    let (server, probe) = serve_ascend().await;
    for at in [
        noon() - Duration::from_secs(301),
        noon() + Duration::from_secs(301),
        SystemTime::UNIX_EPOCH,
    ] {
        let request = Ascend::sign(&secret(), INVOICE).at(at).request();
        assert_refused(&server.send(request).await, 401, &probe);
    }
    for (index, at) in [noon() - Duration::from_secs(300), noon() + Duration::from_secs(300)]
        .into_iter()
        .enumerate()
    {
        let body = INVOICE.replace("38270784", &format!("3827078{index}"));
        let request = Ascend::sign(&secret(), body).at(at).request();
        assert_eq!(server.send(request).await.status, 200, "the edge is inside");
    }
    assert_eq!(probe.handled(), 2);
}

#[tokio::test]
async fn the_tolerance_can_be_set() {
    let (server, probe) = serve(
        |endpoint| endpoint.tolerance(Duration::from_secs(10)).expect("a signed time"),
        on_ascend::endpoint(secret()),
    )
    .await;
    let request =
        |age| Ascend::sign(&secret(), INVOICE).at(noon() - Duration::from_secs(age)).request();
    assert_refused(&server.send(request(11)).await, 401, &probe);
    assert_eq!(server.send(request(10)).await.status, 200);
}

#[tokio::test]
async fn malformed_headers_are_400() {
    let (server, probe) = serve_ascend().await;
    let value = header(&invoice(), "x-ascend-signature");
    let digits = value.strip_prefix("t=1700000000,v1=").expect("the signature's shape");
    for bad in [
        String::new(),
        "v1=".into(),
        digits.into(),
        format!("t=1700000000,v2={digits}"),
        format!("t=1700000000,v1={}", &digits[1..]),
        format!("t=1700000000,v1={digits}00"),
        format!("t=1700000000,v1={}zz", &digits[2..]),
        format!("v1={digits}"),
        format!("t=1700000000,v1={digits}").replace(",v1=", " v1="),
    ] {
        assert_refused(
            &server.send(set(invoice(), "x-ascend-signature", bad.as_bytes())).await,
            400,
            &probe,
        );
    }
    let non_ascii = [b"t=1700000000,v1=".as_slice(), &[0xC3; 64]].concat();
    assert_refused(
        &server.send(set(invoice(), "x-ascend-signature", &non_ascii)).await,
        400,
        &probe,
    );
}

#[tokio::test]
async fn malformed_timestamps_are_400() {
    // Ratio's timestamp stands in a header alone.
    let probe = Probe::default();
    let endpoint = on_ratio::endpoint(secret()).expect("a secret").state(probe.clone()).clock(noon);
    let server = Server::start(Router::new().route_service("/", endpoint)).await;
    for bad in [
        "",
        "+1700000000",
        "-1",
        "01700000000",
        "1700000000abc",
        "1.7e9",
        "-9223372036854775808",
        "99999999999999999999999",
        "\u{0661}",
    ] {
        let request = Ratio::sign(&secret(), "{}").at(noon()).request();
        let request = set(request, "ratio-webhook-signature-timestamp", bad.as_bytes());
        assert_refused(&server.send(request).await, 400, &probe);
    }
    for late in ["9223372036854775807", "18446744073709551615", "8210266876799"] {
        let request = Ratio::sign(&secret(), "{}").at(noon()).request();
        let request = set(request, "ratio-webhook-signature-timestamp", late.as_bytes());
        let answer = server.send(request).await;
        assert!([400, 401].contains(&answer.status), "{late}: {answer:?}");
    }
    assert_eq!(probe.handled(), 0);
}

#[webhook(provider = "ratio")]
async fn on_ratio(_event: ratio::Event, State(probe): State<Probe>) -> Result<(), &'static str> {
    probe.run()
}

#[tokio::test]
async fn conflicting_headers_are_400_and_equal_ones_are_one() {
    let (server, probe) = serve_ascend().await;
    let value = header(&invoice(), "x-ascend-signature");
    let other = value.replace('0', "1");
    assert_refused(
        &server.send(add(invoice(), "x-ascend-signature", other.as_bytes())).await,
        400,
        &probe,
    );
    let swapped = add(
        set(invoice(), "x-ascend-signature", other.as_bytes()),
        "x-ascend-signature",
        value.as_bytes(),
    );
    assert_refused(&server.send(swapped).await, 400, &probe);
    assert_refused(
        &server.send(add(invoice(), "x-ascend-request-timestamp", b"1700000001")).await,
        400,
        &probe,
    );
    // The two places of the timestamp disagree.
    assert_refused(
        &server.send(set(invoice(), "x-ascend-request-timestamp", b"1700000001")).await,
        400,
        &probe,
    );

    let twice = add(invoice(), "x-ascend-signature", value.as_bytes());
    assert_eq!(
        server.send(add(twice, "x-ascend-request-timestamp", b"1700000000")).await.status,
        200
    );
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn signatures_are_read_in_either_case_and_repeated() {
    let (server, probe) = serve_ascend().await;
    let value = header(&invoice(), "x-ascend-signature");
    let (before, digits) = value.rsplit_once('=').expect("the signature's shape");
    let upper = format!("{before}={}", digits.to_uppercase());
    assert_eq!(
        server.send(set(invoice(), "x-ascend-signature", upper.as_bytes())).await.status,
        200
    );
    let wrong = "0".repeat(64);
    for (index, value) in [
        format!("t=1700000000,v1={wrong},v1=DIGITS"),
        format!("t=1700000000,v1=DIGITS,v1={wrong}"),
        "v1=DIGITS, t=1700000000, v0=unknown, junk".to_owned(),
        "t=1700000000,v1=malformed,v1=DIGITS".to_owned(),
    ]
    .into_iter()
    .enumerate()
    {
        let body = INVOICE.replace("38270784", &format!("3827078{index}"));
        let request = Ascend::sign(&secret(), body).at(noon()).request();
        let signed = header(&request, "x-ascend-signature");
        let (_, digits) = signed.rsplit_once('=').expect("the signature's shape");
        let value = value.replace("DIGITS", digits);
        let expected = probe.handled() + 1;
        assert_eq!(
            server.send(set(request, "x-ascend-signature", value.as_bytes())).await.status,
            200,
            "{value}"
        );
        // The body of the fourth is that of the published sample, which was handled first.
        assert_eq!(probe.handled(), if index == 4 { expected - 1 } else { expected });
    }
}

#[tokio::test]
async fn either_header_of_goodstack_is_read() {
    let (server, probe) = serve_goodstack().await;
    for (index, name) in ["percent-signature", "goodstack-signature"].into_iter().enumerate() {
        let body = DONATION.replace("event_xx", &format!("event_{index}x"));
        let mut request = Goodstack::sign(&secret(), body).request();
        let signature = header(&request, "goodstack-signature");
        request.headers_mut().remove("goodstack-signature");
        assert_eq!(server.send(set(request, name, signature.as_bytes())).await.status, 200);
    }
    // During the change of names both may come; one that is malformed does not spoil the other.
    let body = DONATION.replace("event_xx", "event_zx");
    let request = Goodstack::sign(&secret(), body).request();
    assert_eq!(server.send(set(request, "percent-signature", b"malformed")).await.status, 200);
    assert_eq!(probe.handled(), 3);
}
