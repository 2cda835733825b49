use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", source_ips("localhost"),)]
pub struct Acme;

fn main() {}
