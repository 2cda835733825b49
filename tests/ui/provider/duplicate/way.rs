use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", alternative(algo = "sha256"))]
pub struct Acme;

fn main() {}
