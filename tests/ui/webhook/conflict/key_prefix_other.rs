use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", secret_prefix = "whsk_")]
struct Acme;

#[webhook(provider = Acme, secret_prefix = "whsec_")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
