use webhook_kit::Provider;

#[derive(Provider)]
#[provider(evidence = "hearsay", algo = "sha256", header = "x-signature")]
pub struct Acme;

fn main() {}
