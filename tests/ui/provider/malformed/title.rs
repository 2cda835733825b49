use webhook_kit::Provider;

#[derive(Provider)]
#[provider(title = " ", algo = "sha256", header = "x-signature")]
pub struct Acme;

fn main() {}
