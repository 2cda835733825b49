use webhook_kit::{RawEvent, webhook};

#[webhook(provider = "github", event = "issues.close")]
async fn on_closed(event: RawEvent) {
    let _ = event;
}

fn main() {}
