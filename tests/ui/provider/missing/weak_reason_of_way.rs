use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "rsa-sha256", header = "x-signature", alternative(algo = "rsa-sha1"))]
struct Acme;

fn main() {}
