use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", retries = "three days",)]
pub struct Acme;

fn main() {}
