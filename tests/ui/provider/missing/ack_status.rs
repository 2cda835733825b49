use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", ack_body = "OK")]
pub struct Acme;

fn main() {}
