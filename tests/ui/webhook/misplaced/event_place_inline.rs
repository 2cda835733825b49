use webhook_kit::{RawEvent, webhook};

#[webhook(algo = "sha256", header = "x-signature", event = "/type")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
