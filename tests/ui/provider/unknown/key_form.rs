use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", secret_encoding = "pem",)]
pub struct Acme;

fn main() {}
