use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    jwt(issuer = "acme", digest = "url_hash=sha256:url")
)]
struct Acme;

fn main() {}
