use webhook_kit::{RawEvent, webhook};

#[webhook(provider = "finkra")]
async fn on_acme(_event: RawEvent) {}

fn main() {}
