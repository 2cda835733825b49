use webhook_kit::{RawEvent, WebhookEvent};

#[derive(WebhookEvent)]
#[event(provider = "github")]
enum Event {
    #[event("pull_request.opened", "pull_request.closed", "issues", "issues.closed")]
    Some(RawEvent),
}

fn main() {}
