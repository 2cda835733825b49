use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[webhook(provider = Acme)]
async fn on_acme(_event: impl Copy) {}

fn main() {}
