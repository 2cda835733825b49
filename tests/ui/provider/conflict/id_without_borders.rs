use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    message = "{id}{header:x-time}{body}",
    id = "header:x-id",
)]
pub struct Acme;

fn main() {}
