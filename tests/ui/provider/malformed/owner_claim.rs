use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-rs256",
    header = "x-token",
    jwt(owner = "iat", digest = "sha256=sha256:body"),
)]
struct Acme;

fn main() {}
