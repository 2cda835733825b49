use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", alternative(secret_prefix = "whpk_"))]
struct Acme;

fn main() {}
