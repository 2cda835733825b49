use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "rsa-sha256",
    header = "x-signature",
    public_keys = "https://acme.example/jwks",
)]
struct Acme;

fn main() {}
