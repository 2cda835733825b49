use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", sources("localhost"),)]
pub struct Acme;

fn main() {}
