use webhook_kit::webhook;

struct Payments;

#[webhook(ignore_others)]
impl Payments {
    #[on("paid")]
    async fn paid(&self, _payout: u8) {}
}

fn main() {}
