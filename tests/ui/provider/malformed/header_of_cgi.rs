use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "HTTP_X_SIGNATURE",
)]
struct Acme;

fn main() {}
