use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    format = "v1,{signature}",
    secret_prefix = "whsec_",
    alternative(algo = "ed25519", format = "v1a,{signature}")
)]
struct Acme;

fn main() {}
