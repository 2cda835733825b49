use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", signature = "query:sig")]
pub struct Acme;

fn main() {}
