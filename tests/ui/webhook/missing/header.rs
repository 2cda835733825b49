use webhook_kit::{RawEvent, webhook};

#[webhook(algo = "sha256")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
