use webhook_kit::Provider;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    id = "/type",
    event_type = "/type",
)]
struct Acme;

fn main() {}
