use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    jwt(digest = ["sha256", "sha256=sha256:path"])
)]
struct Acme;

fn main() {}
