use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", retry_window = "99999d",)]
pub struct Acme;

fn main() {}
