use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "rsa-sha256",
    header = "x-signature",
    public_keys(url = "https://acme.example/jwks", hosts = ["acme.example"]),
)]
struct Acme;

fn main() {}
