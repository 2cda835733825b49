use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", message = "body}",)]
pub struct Acme;

fn main() {}
