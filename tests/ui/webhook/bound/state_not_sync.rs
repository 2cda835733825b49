use webhook_kit::{Provider, RawEvent, State, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[webhook(provider = Acme)]
async fn on_acme(_event: RawEvent, State(_count): State<std::cell::RefCell<u64>>) {}

fn main() {}
