use webhook_kit::Provider;

#[derive(Provider)]
#[provider(display_name = " ", algo = "sha256", header = "x-signature")]
pub struct Acme;

fn main() {}
