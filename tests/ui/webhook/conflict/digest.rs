use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", message = "{header:x-digest}", digest = "sha256:header:x-digest")]
struct Acme;

#[webhook(provider = Acme, digest = "sha512:header:x-digest")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
