use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "jwt-hs256",
    header = "x-signature",
    unsigned = "it says who calls",
    id = "/id"
)]
struct Acme;

fn main() {}
