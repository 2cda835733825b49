use webhook_kit::webhook;

struct Acme;

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on("paid")]
    async fn paid(&self, _payout: u8) {}
}

fn main() {}
