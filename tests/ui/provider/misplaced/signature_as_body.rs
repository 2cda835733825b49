use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    signature = "body"
)]
struct Acme;

fn main() {}
