use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", message = "{md4:body}",)]
pub struct Acme;

fn main() {}
