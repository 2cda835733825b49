use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    handshake(method = "GET", challenge = "query:challenge", proof = "{challenge}{verify_token}", answer = "{proof}"),
)]
pub struct Acme;

fn main() {}
