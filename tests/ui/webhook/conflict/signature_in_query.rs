use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", signature = "query:signature")]
struct Acme;

#[webhook(provider = Acme, header = "x-signature")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
