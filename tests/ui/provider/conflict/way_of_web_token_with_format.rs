use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    token(digest = "sha256=sha256:body"),
    or(algo = "jwt-hs512", format = "v2={signature}")
)]
struct Acme;

fn main() {}
