use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "ed25519", header = "x-signature", key = "hex", derive = "sha256")]
struct Acme;

fn main() {}
