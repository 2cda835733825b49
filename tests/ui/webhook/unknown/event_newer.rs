use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", events = ["paid", "failed"])]
struct Acme;

// A name that is newer than the list is no slip: `unlisted` says so.
#[webhook(provider = Acme, event = "an.event.to.come", unlisted)]
async fn on_newer(_event: RawEvent) {}

#[webhook(provider = Acme, event = "an.event.to.come")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
