use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[webhook(provider = Acme)]
async fn on_acme(_event: RawEvent) {
    let not_send = std::rc::Rc::new(_event);
    std::future::ready(()).await;
    drop(not_send);
}

fn main() {}
