//! `waldo` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "waldo",
    display_name = "Waldo AI",
    docs = "https://docs.waldo.ai/features/webhooks",
    evidence = "docs",
    algo = "sha256",
    header = "x-waldo-signature",
    body = "json",
    id = ["{json:/requestId}:{event_type}:{json:/evaluation/type}:{json:/evaluation/status}", "{json:/requestId}:{event_type}"],
    event_type = "/event",
    events = ["onboard", "flag", "evaluation"],
)]
pub(super) struct Written;
