use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", id = "header:a b",)]
pub struct Acme;

fn main() {}
