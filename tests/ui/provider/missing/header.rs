use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256")]
pub struct Acme;

fn main() {}
