use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", format = "t={timestamp}",)]
pub struct Acme;

fn main() {}
