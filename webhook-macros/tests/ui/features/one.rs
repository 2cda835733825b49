use webhook_macros::Provider;

#[derive(Provider)]
#[provider(crate = webhook_core, algo = "ed25519", header = "x-signature")]
struct Acme;

fn main() {}
