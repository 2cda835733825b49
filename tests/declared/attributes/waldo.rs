//! `waldo` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "waldo",
    title = "Waldo AI",
    docs = "https://docs.waldo.ai/features/webhooks",
    evidence = "docs",
    algo = "sha256",
    header = "x-waldo-signature",
    body = "json",
    id = ["{json:/requestId}:{event}:{json:/evaluation/type}:{json:/evaluation/status}", "{json:/requestId}:{event}"],
    event = "/event",
    events = ["onboard", "flag", "evaluation"],
)]
pub(super) struct Written;
