use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", haeder = "x-signature")]
pub struct Acme;

fn main() {}
