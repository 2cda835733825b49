use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    alternative(algo = "jwt-hs256")
)]
struct Acme;

fn main() {}
