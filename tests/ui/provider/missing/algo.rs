use webhook_kit::Provider;

#[derive(Provider)]
#[provider(header = "x-signature")]
pub struct Acme;

fn main() {}
