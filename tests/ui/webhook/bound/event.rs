use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Nothing;

#[webhook(provider = Acme)]
async fn on_acme(_event: Nothing) {}

fn main() {}
