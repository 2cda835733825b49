use webhook_kit::{Provider, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[webhook(provider = Acme, id = "/id", algo = "sha215", header)]
pub fn on_acme<T>(_event: &T) {
    on_acme::endpoint(webhook_kit::Secret::new("whsec"));
}

fn main() {}
