use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-rs256",
    header = "x-signature",
    jwt(content = "detached", issuer = "acme", max_age = "5m")
)]
struct Acme;

fn main() {}
