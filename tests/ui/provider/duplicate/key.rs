use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", algo = "sha512",)]
pub struct Acme;

fn main() {}
