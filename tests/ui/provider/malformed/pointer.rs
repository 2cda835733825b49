use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", payload = "data",)]
pub struct Acme;

fn main() {}
