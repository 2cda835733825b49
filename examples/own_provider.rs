//! A provider that the catalogue does not have: declared in a dozen lines, without code.
//!
//!     cargo run --example own_provider

use std::time::Duration;

use webhook_kit::{Provider, RawEvent, Secret, webhook};

#[derive(Provider)]
#[provider(
    name = "acme",
    docs = "https://acme.example/docs/webhooks",
    algo = "sha256",
    header = "Acme-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event_type = "/type",
    payload = "/data"
)]
struct Acme;

#[webhook(provider = Acme)]
async fn on_acme(event: RawEvent) {
    println!("acme {}: {}", event.name(), String::from_utf8_lossy(event.payload()));
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let secret = Secret::new("acme's secret");
    let endpoint = on_acme::endpoint(secret.clone())?;

    // The declaration signs, too: what Acme would send, and what somebody else would.
    let body = r#"{"id":"evt_1","type":"parcel.sent","data":{"to":"Ada"}}"#;
    let genuine = Acme::sign(&secret, body).request();
    let forged = Acme::sign(&Secret::new("a guess"), body).request();
    let replayed = Acme::sign(&secret, body)
        .at(std::time::SystemTime::now() - Duration::from_secs(3_600))
        .request();
    for request in [genuine, forged, replayed] {
        println!("answer: {}", endpoint.handle(request).await.status());
    }
    Ok(())
}
