use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on("paid")]
    fn paid(&self, _payout: u8) {}

    fn helper(&self) {
        self.paid(7);
        let _ = Payments.endpoint(webhook_kit::Secret::new("whsec"));
    }
}

fn main() {}
