use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "rsa-sha256",
    header = "x-signature",
    public_keys(url = "https://acme.example/keys/{id}", form = "key"),
)]
struct Acme;

fn main() {}
