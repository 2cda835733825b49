use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    token(digest = "sha256=sha256:body"),
    or(algo = "jwt-rs256", key_prefix = "whpk_")
)]
struct Acme;

fn main() {}
