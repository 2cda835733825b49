use webhook_kit::{RawEvent, webhook};

#[webhook(algo = "sha256", header = "x-signature", event = "payout.paid")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
