use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", ack = 200)]
struct Acme;

#[webhook(provider = Acme, ack = 202)]
async fn on_acme(_event: RawEvent) {}

fn main() {}
