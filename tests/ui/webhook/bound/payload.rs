use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Nothing;

#[webhook(provider = Acme, event = "payout.successful")]
async fn on_acme(_nothing: Nothing) {}

fn main() {}
