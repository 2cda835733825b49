use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "blake3", header = "x-signature")]
pub struct Acme;

fn main() {}
