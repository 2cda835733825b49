use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Nothing;

#[webhook(provider = Acme)]
async fn on_acme(_event: RawEvent) -> Result<(), Nothing> {
    Ok(())
}

fn main() {}
