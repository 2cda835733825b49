use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

trait Handles {}


#[webhook(provider = Acme)]
impl dyn Handles {
    #[on("paid")]
    async fn paid(&self, _payout: u8) {}
}

fn main() {}
