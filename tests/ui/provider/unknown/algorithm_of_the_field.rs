use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "HMAC-SHA256",
    header = "x-signature",
)]
struct Acme;

fn main() {}
