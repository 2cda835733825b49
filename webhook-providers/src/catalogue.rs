//! Every provider. Written by `tests/catalogue_names.rs`.

#[allow(unused_imports, reason = "without a feature there is no entry")]
use crate::registry::{Entry, entry};

#[rustfmt::skip]
pub(crate) const ALL: &[Entry] = &[
    #[cfg(feature = "ascend")]
    entry!(ascend, "ascend", "payments", [
        "invoice.paid.bare-older": "",
        "invoice.paid": "invoice.paid",
    ]),
    #[cfg(feature = "fincra")]
    entry!(fincra, "fincra", "payments", [
        "agency-banking.no-envelope": "",
        "charge.successful.card": "charge.successful",
        "charge.successful.checkout-2023": "charge.successful",
        "charge.successful.direct-bank-transfer-older": "charge.successful",
        "charge.successful": "charge.successful",
        "charge.successful.underpayment": "charge.successful",
        "collection.failed": "collection.failed",
        "collection.successful": "collection.successful",
        "collection.successful.ngn-2024": "collection.successful",
        "collection.successful.older": "collection.successful",
        "collection.successful.underpayment": "collection.successful",
        "conversion.failed": "conversion.failed",
        "conversion.successful": "conversion.successful",
        "mandate.approved": "mandate.approved",
        "payout.failed": "payout.failed",
        "payout.successful": "payout.successful",
        "payout.successful.older": "payout.successful",
        "virtualaccount.approved.corporate": "virtualaccount.approved",
        "virtualaccount.approved": "virtualaccount.approved",
        "virtualaccount.approved.older-gbp": "virtualaccount.approved",
        "virtualaccount.changed": "virtualaccount.changed",
        "virtualaccount.closed": "virtualaccount.closed",
        "virtualaccount.declined.eur": "virtualaccount.declined",
        "virtualaccount.declined": "virtualaccount.declined",
        "virtualaccount.issued": "virtualaccount.issued",
    ]),
    #[cfg(feature = "goodstack")]
    entry!(goodstack, "goodstack", "nonprofits", [
        "agent_verification.approved": "agent_verification.approved",
        "donation.hosted.payment_received": "donation.hosted.payment_received",
        "donation.payment_successful": "donation.payment_successful",
        "monitoring_subscription.updated": "monitoring_subscription.updated",
        "validation_request.approved": "validation_request.approved",
        "validation_submission.created": "validation_submission.created",
    ]),
    #[cfg(feature = "ratio")]
    entry!(ratio, "ratio", "payments", []),
    #[cfg(feature = "waldo")]
    entry!(waldo, "waldo", "identity", [
        "evaluation": "evaluation",
        "flag": "flag",
        "onboard": "onboard",
    ]),
];
