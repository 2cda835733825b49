use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", format = "v1={signatur}",)]
pub struct Acme;

fn main() {}
