use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", alternative(algo = "sha512", header = "x-other"))]
struct Acme;

fn main() {}
