use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/data.type")]
pub struct Acme;

fn main() {}
