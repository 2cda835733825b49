use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", retry_window = "three days",)]
pub struct Acme;

fn main() {}
