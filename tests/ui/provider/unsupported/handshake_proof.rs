use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "token",
    weak = "why",
    header = "x-token",
    handshake(method = "GET", challenge = "query:challenge", answer = "{proof}"),
)]
pub struct Acme;

fn main() {}
