use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256", header = "x-signature",
    message = "{url}",
    digest = "sha256:query:digest",
    unsigned = "why",
)]
pub struct Acme;

fn main() {}
