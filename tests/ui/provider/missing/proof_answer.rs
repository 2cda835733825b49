use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    handshake(method = "GET", challenge = "query:challenge", proof = "sha256:{challenge}{verify_token}", answer = "{challenge}"),
)]
pub struct Acme;

fn main() {}
