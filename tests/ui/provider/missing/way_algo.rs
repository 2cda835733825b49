use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", or(key_prefix = "whpk_"))]
struct Acme;

fn main() {}
