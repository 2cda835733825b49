use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    timestamp(json = "/sentAt", unit = "milliseconds", tolerance = "1m", on_retry = "keep"),
)]
pub struct Acme;

fn main() {}
