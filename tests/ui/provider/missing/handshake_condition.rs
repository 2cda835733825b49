use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", handshake(answer = "pong"))]
pub struct Acme;

fn main() {}
