use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Handler;

impl Handler {
    #[webhook(provider = Acme)]
    async fn on_acme(&self, event: RawEvent) {}
}

fn main() {}
