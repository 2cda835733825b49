use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", events = ["paid", "failed"])]
struct Acme;

#[webhook(provider = Acme, unlisted)]
async fn on_acme(_event: RawEvent) {}

fn main() {}
