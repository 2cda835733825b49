use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = [])]
pub struct Acme;

fn main() {}
