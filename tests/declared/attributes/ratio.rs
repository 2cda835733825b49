//! `ratio` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ratio",
    display_name = "Ratio",
    docs = "https://developer.ratio.me/docs/api-reference/webhooks",
    evidence = "docs",
    algo = "sha512",
    header = "ratio-webhook-signature",
    message = "{timestamp}.{body}",
    body = "json",
    timestamp(header = "ratio-webhook-signature-timestamp", unit = "auto", tolerance = "5m"),
    id = "/id",
    event_type = "/event",
    payload = "/data",
    events = ["ACTIVITY_UPDATED", "BANK_UPDATED", "KYC_UPDATED"],
)]
pub(super) struct Written;
