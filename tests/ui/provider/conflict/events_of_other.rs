use webhook_kit::{Provider, providers::fincra};

#[derive(Provider)]
#[provider(
    name = "acme",
    algo = "sha256",
    header = "x-signature",
    event_type = "/type",
    events = fincra::Event,
)]
struct Acme;

fn main() {}
