use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", events = ["paid", "failed"])]
struct Acme;

struct Payments;

#[webhook(provider = Acme, ignore_others, unlisted)]
impl Payments {
    #[on("an.event.to.come", unlisted)]
    async fn newer(&self) {}
}

fn main() {}
