use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "hash-sha256", weak = "why", header = "x-signature")]
pub struct Acme;

fn main() {}
