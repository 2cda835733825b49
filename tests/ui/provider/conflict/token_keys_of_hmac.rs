use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    jwt(issuer = "acme")
)]
struct Acme;

fn main() {}
