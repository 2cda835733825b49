use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "rsa-sha256",
    header = "x-signature",
    message = ["{body}", "{json:/data}{body}"],
    alternatives = "frist",
)]
struct Acme;

fn main() {}
