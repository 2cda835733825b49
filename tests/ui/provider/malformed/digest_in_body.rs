use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", digest = "sha256:json:/digest")]
pub struct Acme;

fn main() {}
