use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on(other)]
    async fn other(&self, _event: RawEvent) {}

    #[on(other)]
    async fn rest(&self) {}
}

fn main() {}
