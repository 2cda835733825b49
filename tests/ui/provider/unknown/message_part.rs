use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", message = "{timestmap}.{body}",)]
pub struct Acme;

fn main() {}
