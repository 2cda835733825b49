use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    jwt(digest = "sha256=sha256:body"),
    alternative(algo = "jwt-hs512", format = "v2={signature}")
)]
struct Acme;

fn main() {}
