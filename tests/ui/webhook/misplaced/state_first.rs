use webhook_kit::{Provider, RawEvent, State, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[webhook(provider = Acme)]
async fn on_acme(State(_db): State<u8>, event: RawEvent) {}

fn main() {}
