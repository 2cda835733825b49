use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    jwt(digest = "hash=sha265:body")
)]
struct Acme;

fn main() {}
