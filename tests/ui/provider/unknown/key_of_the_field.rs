use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algorithm = "sha256",
    header = "x-signature",
    iss = "acme",
)]
struct Acme;

fn main() {}
