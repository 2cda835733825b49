use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on(unnamed)]
    async fn first(&self) {}

    #[on(unnamed)]
    async fn second(&self) {}
}

fn main() {}
