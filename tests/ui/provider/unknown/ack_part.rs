use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", ack = 200, ack_body = "OK{id}")]
pub struct Acme;

fn main() {}
