use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", signature = "json:/signature", unsigned = "the documentation says so", message = "{json:/id}")]
struct Acme;

#[webhook(provider = Acme, signature = "form:signature")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
