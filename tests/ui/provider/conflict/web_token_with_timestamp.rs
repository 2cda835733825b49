use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    jwt(digest = "sha256=sha256:body"),
    timestamp(header = "x-time", unit = "seconds", tolerance = "5m")
)]
struct Acme;

fn main() {}
