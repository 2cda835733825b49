use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "token", weak = "why", header = "x-token", message = "{body}")]
pub struct Acme;

fn main() {}
