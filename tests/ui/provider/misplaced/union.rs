use webhook_kit::Provider;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature")]
pub union Acme {
    field: u8,
}

fn main() {}
