use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", events = ["payment.made", "payment.failed", "payment.made"])]
pub struct Acme;

fn main() {}
