use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", id = ["/id", 7],)]
pub struct Acme;

fn main() {}
