use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "token", header = "x-token", weak = "the sender offers nothing better", encoding = "base64")]
pub struct Acme;

fn main() {}
