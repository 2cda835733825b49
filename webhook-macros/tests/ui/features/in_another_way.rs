use webhook_macros::Provider;

#[derive(Provider)]
#[provider(
    crate = webhook_core,
    algo = "sha256",
    header = "x-signature",
    key_prefix = "whsec_",
    or(algo = "rsa-sha256", key_prefix = "whpk_")
)]
struct Acme;

fn main() {}
