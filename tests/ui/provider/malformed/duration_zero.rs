use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", retries = "0s",)]
pub struct Acme;

fn main() {}
