//! 403 and 405: addresses that are not the provider's, and other methods.

use std::net::IpAddr;

use http::HeaderName;
use webhook_kit::{ClientAddress, Provider, providers::goodstack::Goodstack};

use crate::world::{
    DONATION, add, assert_refused, donation, invoice, on_goodstack, secret, serve, serve_ascend,
    set,
};

#[tokio::test]
async fn addresses_that_are_not_the_providers_are_403() {
    let client = ClientAddress::trusted_header(HeaderName::from_static("x-real-ip"));
    let (server, probe) = serve(
        |endpoint| {
            endpoint.only_from_source_ips(client).expect("Goodstack publishes its addresses")
        },
        on_goodstack::endpoint(secret()),
    )
    .await;
    assert_refused(&server.send(donation()).await, 403, &probe);
    for other in ["203.0.113.7", "54.76.67.168, 203.0.113.7", "", "54.76.67.168:443"] {
        let request = set(donation(), "x-real-ip", other.as_bytes());
        assert_refused(&server.send(request).await, 403, &probe);
    }
    let doubled = add(set(donation(), "x-real-ip", b"54.76.67.168"), "x-real-ip", b"54.76.67.168");
    assert_refused(&server.send(doubled).await, 403, &probe);
    for (index, genuine) in
        ["54.76.67.168", "203.0.113.7, 54.76.168.240", "::ffff:34.248.188.89"].iter().enumerate()
    {
        let body = DONATION.replace("event_xx", &format!("event_{index}x"));
        let request =
            set(Goodstack::sign(&secret(), body).request(), "x-real-ip", genuine.as_bytes());
        assert_eq!(server.send(request).await.status, 200, "{genuine}");
    }
    assert_eq!(probe.handled(), 3);
}

#[tokio::test]
async fn the_connections_address_can_be_checked() {
    let client = webhook_kit::axum::connect_info;
    let (server, probe) = serve(
        |endpoint| {
            endpoint.only_from_source_ips(client()).expect("Goodstack publishes its addresses")
        },
        on_goodstack::endpoint(secret()),
    )
    .await;
    assert_refused(&server.send(donation()).await, 403, &probe);
    let (server, probe) = serve(
        |endpoint| endpoint.only_from([IpAddr::from([127, 0, 0, 1])], client()),
        on_goodstack::endpoint(secret()),
    )
    .await;
    assert_eq!(server.send(donation()).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn other_methods_are_405() {
    let (server, probe) = serve_ascend().await;
    for method in ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let mut request = invoice();
        *request.method_mut() = method.parse().expect("a method");
        let answer = server.send(request).await;
        assert_refused(&answer, 405, &probe);
        assert_eq!(answer.header("allow"), Some("POST"));
    }
}
