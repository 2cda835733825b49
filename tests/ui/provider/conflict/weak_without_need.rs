use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", weak = "why not",)]
pub struct Acme;

fn main() {}
