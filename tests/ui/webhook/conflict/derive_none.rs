use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature")]
struct Acme;

#[webhook(provider = Acme, key_derivation = "sha1")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
