use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", handshake(method = "GET", verify_token = "query:verify", refusal = 302))]
pub struct Acme;

fn main() {}
