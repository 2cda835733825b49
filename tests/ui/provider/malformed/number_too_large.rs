use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", ack = 99999999999999999999999,)]
pub struct Acme;

fn main() {}
