use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", encoding = "base46",)]
pub struct Acme;

fn main() {}
