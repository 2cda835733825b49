//! `goodstack` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "goodstack",
    display_name = "Goodstack",
    docs = "https://docs.goodstack.io/docs/concepts/Platform/webhooks",
    evidence = "docs",
    algo = "sha256",
    header = ["goodstack-signature", "percent-signature"],
    id = "/data/id",
    event_type = "/data/eventType",
    payload = "/data/eventData",
    retry_window = "14h",
    source_ips("54.76.67.168", "34.248.188.89", "34.243.152.218", "54.76.168.240", "99.81.243.145", "54.220.118.167"),
    events = [
        "validation_request.approved",
        "validation_request.rejected",
        "agent_verification.pending_review",
        "agent_verification.pending_user_verification",
        "agent_verification.approved",
        "agent_verification.rejected",
        "monitoring_subscription.updated",
        "eligibility_subscription.updated",
        "validation_submission.created",
        "validation_submission.succeeded",
        "validation_submission.failed",
        "validation_submission.updated",
        "donation.hosted.payment_received",
        "donation.created",
        "donation.settled",
        "donation.disbursed",
        "donation.payment_successful",
        "donation.cancelled",
        "donation.reassigned",
    ],
)]
pub(super) struct Written;
