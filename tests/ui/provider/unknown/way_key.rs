use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", or(algo = "sha512", header = "x-other"))]
struct Acme;

fn main() {}
