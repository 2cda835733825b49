use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = , header = "x-signature")]
pub struct Acme;

fn main() {}
