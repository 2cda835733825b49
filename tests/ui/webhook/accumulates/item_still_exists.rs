//! One mistake is one error: the handler and the enum can be used all the same.
use webhook_kit::{Provider, RawEvent, Secret, State, WebhookEvent, webhook};

#[derive(Provider)]
#[provider(alog = "sha256", header = "x-signature")]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Event {
    #[event("ping", other)]
    Ping,
    #[event(other)]
    Other(RawEvent),
}

#[webhook(provider = Acme)]
fn on_acme(event: Event, State(count): State<u8>) {
    println!("{} {count}", event.name());
}

fn main() {
    let _ = on_acme::endpoint(Secret::new("whsec")).map(|endpoint| endpoint.state(7));
}
