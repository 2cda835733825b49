use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    message = "{body}",
    encoding = "hex",
    jwt(digest = "sha256=sha256:body")
)]
struct Acme;

fn main() {}
