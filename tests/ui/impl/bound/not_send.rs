use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on("paid")]
    async fn paid(&self) {
        let count = std::rc::Rc::new(7);
        std::future::ready(()).await;
        drop(count);
    }
}

fn main() {}
