use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    secret = "whsec_abc",
)]
struct Acme;

fn main() {}
