use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on(others)]
    async fn other(&self, _event: RawEvent) {}
}

fn main() {}
