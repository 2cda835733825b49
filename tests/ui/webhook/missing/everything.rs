use webhook_kit::{RawEvent, webhook};

#[webhook]
async fn on_acme(event: RawEvent) {}

fn main() {}
