use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", name = "Acme Pay",)]
pub struct Acme;

fn main() {}
