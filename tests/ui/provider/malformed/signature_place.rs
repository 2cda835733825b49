use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", signature = "sig")]
pub struct Acme;

fn main() {}
