use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "none"),
)]
struct Acme;

#[webhook(provider = Acme, timestamp(header = "x-time"))]
async fn on_acme(_event: RawEvent) {}

fn main() {}
