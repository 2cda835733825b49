use webhook_kit::Provider;

/// The sender names each delivery in a header that it does not sign.
#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", id = "header:X-Delivery")]
struct Acme;

fn main() {}
