use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments {
    endpoint: u8,
}

#[webhook(provider = Acme, algo = "sha265")]
impl Payments {
    #[on("paid")]
    async fn paid(&mut self, payout: u8) { payout + }

    #[on("paid")]
    fn failed(self, _payout: &u8) {}

    #[on(others)]
    async fn other() {}

    fn helper(&self) -> u8 {
        self.endpoint
    }
}

fn main() {}
