//! `fincra` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fincra",
    display_name = "Fincra",
    docs = "https://docs.fincra.com/docs/validating-webhook",
    evidence = "docs",
    algo = "sha512",
    header = "signature",
    body = "json",
    id = ["{event_type}:{json:/data/chargeReference}", "{event_type}:{json:/data/reference}", "{event_type}:{json:/data/id}:{json:/data/updatedAt}", "{event_type}:{json:/data/id}", "{sha256:body}"],
    event_type = "/event",
    payload = "/data",
    events = [
        "payout.successful",
        "payout.failed",
        "collection.successful",
        "collection.failed",
        "conversion.successful",
        "conversion.failed",
        "virtualaccount.approved",
        "virtualaccount.issued",
        "virtualaccount.changed",
        "virtualaccount.declined",
        "virtualaccount.closed",
        "charge.successful",
        "charge.failed",
        "mandate.approved",
        "issuing.transaction",
        "card.created",
        "cardholder.validation.completed",
        "card.funding.completed",
    ],
)]
pub(super) struct Written;
