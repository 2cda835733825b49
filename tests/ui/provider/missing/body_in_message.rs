use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    message = "{timestamp}",
    timestamp(header = "x-timestamp", unit = "seconds", tolerance = "5m"),
)]
pub struct Acme;

fn main() {}
