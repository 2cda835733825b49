use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha257", header = "x-signature")]
pub struct Acme;

fn main() {}
