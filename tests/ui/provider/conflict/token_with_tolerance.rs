use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "token",
    weak = "why",
    header = "x-token",
    timestamp(header = "x-time", unit = "seconds", tolerance = "5m"),
)]
pub struct Acme;

fn main() {}
