use webhook_kit::{Provider, RawEvent, WebhookEvent};

#[derive(Provider)]
#[provider(name = "acme", algo = "sha256", header = "x-signature")]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Order {
    #[event("order.paid")]
    Paid(RawEvent),
    #[event(other)]
    Other(RawEvent),
}

fn main() {}
