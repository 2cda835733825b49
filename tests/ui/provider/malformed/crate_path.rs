use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", crate = "kit",)]
pub struct Acme;

fn main() {}
