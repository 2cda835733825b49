use webhook_kit::{RawEvent, WebhookEvent};

#[derive(WebhookEvent)]
#[event(provider = "github", ignore_others)]
enum Event {
    #[event("pull_request.opend")]
    Opened(RawEvent),
    #[event("issues.of_tomorrow", unlisted)]
    Newer(RawEvent),
}

fn main() {}
