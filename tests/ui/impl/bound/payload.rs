use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments;

struct Payout;

#[webhook(provider = Acme)]
impl Payments {
    #[on("paid")]
    async fn paid(&self, _payout: Payout) {}
}

fn main() {}
