use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256", header = "x-signature",
    message = "{json:/token}",
    unsigned = "why",
    id = "/id",
)]
pub struct Acme;

fn main() {}
