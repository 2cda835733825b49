use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    timestamp(json = "/sentAt", unit = "milliseconds", tolerance = "1m"),
    retry_window = "8h",
)]
pub struct Acme;

fn main() {}
