use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", format = "v1={signature}", separator = " ")]
struct Acme;

#[webhook(provider = Acme, separator = ";")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
