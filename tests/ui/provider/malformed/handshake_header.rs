use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    handshake(method = "GET", challenge = "query:challenge", header = "x-answer=é{challenge}"),
)]
pub struct Acme;

fn main() {}
