use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments;

trait Handles {
    async fn paid(&self, payout: u8);
}

#[webhook(provider = Acme)]
impl Handles for Payments {
    #[on("paid")]
    async fn paid(&self, _payout: u8) {}
}

fn main() {}
