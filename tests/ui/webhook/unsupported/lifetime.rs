use webhook_kit::{Provider, WebhookEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Event<'a> {
    #[event(unnamed)]
    Only(&'a str),
}

#[webhook(provider = Acme)]
async fn on_acme<'a>(event: Event<'a>) {}

fn main() {}
