use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = ["X-Signature", "x-signature"])]
pub struct Acme;

fn main() {}
