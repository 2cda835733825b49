use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    message = "{timestamp}.{body}",
    timestamp(header = "x-time", unit = "seconds", tolerance = "5m"),
)]
struct Acme;

#[webhook(provider = Acme, timestamp(on_retry = "kept"))]
async fn on_acme(_event: RawEvent) {}

fn main() {}
