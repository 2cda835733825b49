use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    message = "${timestamp}.${body}",
    timestamp(header = "x-time", unit = "seconds", tolerance = "5m"),
)]
struct Acme;

fn main() {}
