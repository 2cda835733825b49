use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", payload = "/a~2b",)]
pub struct Acme;

fn main() {}
