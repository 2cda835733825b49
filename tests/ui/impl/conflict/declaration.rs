use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments;

#[webhook(provider = Acme, algo = "sha512")]
impl Payments {
    #[on("paid")]
    async fn paid(&self, _payout: u8) {}
}

fn main() {}
