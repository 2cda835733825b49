use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    handshake(when = "json:/type=ping", challenge = "json:/challenge"),
)]
struct Acme;

fn main() {}
