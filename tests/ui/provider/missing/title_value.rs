use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", display_name)]
pub struct Acme;

fn main() {}
