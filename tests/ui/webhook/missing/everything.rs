use webhook_kit::{RawEvent, webhook};

#[webhook]
async fn on_acme(_event: RawEvent) {}

fn main() {}
