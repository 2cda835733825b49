//! `ascend` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "ascend",
    display_name = "Ascend",
    docs = "https://developers.useascend.com/docs/webhooks",
    evidence = "docs",
    algo = "sha256",
    header = "x-ascend-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}:{body}",
    timestamp(header = "x-ascend-request-timestamp", unit = "seconds", tolerance = "5m"),
    id = ["/id", "/event_id", "{sha256:body}"],
    event_type = ["/type", "/event_name"],
    payload = ["/data", "/payload"],
    ack = 200,
    events = [
        "invoice.created",
        "invoice.processing_payment",
        "invoice.paid",
        "invoice.voided",
        "invoice.marked_overdue",
        "payout.paying",
        "payout.paid",
        "payout.on_hold",
        "payout.canceled",
        "payout.failed",
        "refund.paid",
        "refund.cancelled",
    ],
)]
pub(super) struct Written;
