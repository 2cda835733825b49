use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    message = "{body}",
    encoding = "hex",
    token(digest = "sha256=sha256:body")
)]
struct Acme;

fn main() {}
