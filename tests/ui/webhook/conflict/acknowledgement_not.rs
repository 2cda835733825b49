use webhook_kit::{AckWith, Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[webhook(provider = Acme)]
async fn on_acme(_event: RawEvent) -> AckWith<302> {
    AckWith
}

fn main() {}
