use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", ack_header = "x-client-id")]
pub struct Acme;

fn main() {}
