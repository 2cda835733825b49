use webhook_kit::{RawEvent, webhook};

#[webhook(provider = String)]
async fn on_acme(_event: RawEvent) {}

fn main() {}
