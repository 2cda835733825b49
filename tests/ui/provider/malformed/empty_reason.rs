use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha1", header = "x-signature", weak = " ")]
pub struct Acme;

fn main() {}
