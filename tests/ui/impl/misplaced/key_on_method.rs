use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on(ignore_others)]
    async fn paid(&self, _payout: u8) {}
}

fn main() {}
