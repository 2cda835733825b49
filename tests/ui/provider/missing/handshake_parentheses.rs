use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", handshake = "ping")]
pub struct Acme;

fn main() {}
