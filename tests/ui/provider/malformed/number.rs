use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", ack = "200",)]
pub struct Acme;

fn main() {}
