use webhook_macros::Provider;

#[derive(Provider)]
#[provider(
    crate = webhook_core,
    algo = "sha256",
    header = "x-signature",
    secret_prefix = "whsec_",
    alternative(algo = "rsa-sha256", secret_prefix = "whpk_")
)]
struct Acme;

fn main() {}
