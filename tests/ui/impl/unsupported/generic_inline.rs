use webhook_kit::webhook;

struct Payments<T>(T);

#[webhook(algo = "sha256", header = "x-signature", event_type = "/type")]
impl<T> Payments<T> {
    #[on("paid")]
    async fn paid(&self, _payout: u8) {}
}

fn main() {}
