use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    jwt(digest = "sha256=sha256:body"),
    alternative(algo = "jwt-rs256", secret_prefix = "whpk_")
)]
struct Acme;

fn main() {}
