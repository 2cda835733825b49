use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    message = "{timestamp}.{body}",
    timestamp(header = "x-timestamp", unit = "seconds"),
)]
pub struct Acme;

fn main() {}
