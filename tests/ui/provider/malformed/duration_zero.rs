use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", retry_window = "0s",)]
pub struct Acme;

fn main() {}
