use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "ed25519", header = "x-signature", secret_encoding = "hex", key_derivation = "sha256")]
struct Acme;

fn main() {}
