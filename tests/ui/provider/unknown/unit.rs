use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    timestamp(header = "x-timestamp", unit = "second"),
)]
pub struct Acme;

fn main() {}
