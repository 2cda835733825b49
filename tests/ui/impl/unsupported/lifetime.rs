use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments<'a>(&'a str);

#[webhook(provider = Acme)]
impl<'a> Payments<'a> {
    #[on("paid")]
    async fn paid(&self, _payout: u8) {}
}

fn main() {}
