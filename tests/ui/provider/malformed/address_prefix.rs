use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", source_ips("203.0.113.0/33"),)]
pub struct Acme;

fn main() {}
