use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    handshake(challenge = "query:challenge", answer = "{challenge}"),
)]
pub struct Acme;

fn main() {}
