use webhook_kit::{Delivery, Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[webhook(provider = Acme)]
async fn on_acme(_event: RawEvent, delivery: &Delivery) {}

fn main() {}
