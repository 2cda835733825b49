use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", unsigned = "why not",)]
pub struct Acme;

fn main() {}
