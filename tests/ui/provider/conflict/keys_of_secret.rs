use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    public_keys(id = "header:x-key-id"),
)]
struct Acme;

fn main() {}
