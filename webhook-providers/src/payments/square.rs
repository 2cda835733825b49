//! [Square](https://developer.squareup.com/docs/webhooks/step3validate): payments, orders,
//! customers and all else of Square.
//!
//! **Signature.** Header `x-square-hmacsha256-signature`: HMAC-SHA256 of `{url}{body}`, in
//! base64, under the secret as text. No time is compared: who records a delivery can send it
//! again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [square/square-nodejs-sdk](https://github.com/square/square-nodejs-sdk).
//!
//! **Events.** 149 names. What the documentation of `type` says in each of `api/types/*Event.ts` of
//! [square/square-nodejs-sdk](https://github.com/square/square-nodejs-sdk), in npm package `square`
//! 46.0.0. And, of the nine where it says nothing (`catalog.`, `dispute.`, `inventory.`), the name
//! in [the
//! reference](https://developer.squareup.com/reference/square/webhooks/dispute.evidence.created).
//! What is newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "square",
    display_name = "Square",
    docs = "https://developer.squareup.com/docs/webhooks/step3validate",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "x-square-hmacsha256-signature",
    message = "{url}{body}",
    id = "/event_id",
    event_type = "/type",
    payload = "/data",
    events = [
        "bank_account.created", "bank_account.disabled", "bank_account.verified", "booking.created",
        "booking.custom_attribute.owned.deleted", "booking.custom_attribute.owned.updated",
        "booking.custom_attribute.visible.deleted", "booking.custom_attribute.visible.updated",
        "booking.custom_attribute_definition.owned.created",
        "booking.custom_attribute_definition.owned.deleted",
        "booking.custom_attribute_definition.owned.updated",
        "booking.custom_attribute_definition.visible.created",
        "booking.custom_attribute_definition.visible.deleted",
        "booking.custom_attribute_definition.visible.updated", "booking.updated",
        "card.automatically_updated", "card.created", "card.disabled", "card.forgotten",
        "card.updated", "catalog.version.updated", "customer.created",
        "customer.custom_attribute.deleted", "customer.custom_attribute.owned.deleted",
        "customer.custom_attribute.owned.updated", "customer.custom_attribute.public.deleted",
        "customer.custom_attribute.public.updated", "customer.custom_attribute.updated",
        "customer.custom_attribute.visible.deleted", "customer.custom_attribute.visible.updated",
        "customer.custom_attribute_definition.created",
        "customer.custom_attribute_definition.deleted",
        "customer.custom_attribute_definition.owned.created",
        "customer.custom_attribute_definition.owned.deleted",
        "customer.custom_attribute_definition.owned.updated",
        "customer.custom_attribute_definition.public.created",
        "customer.custom_attribute_definition.public.deleted",
        "customer.custom_attribute_definition.public.updated",
        "customer.custom_attribute_definition.updated",
        "customer.custom_attribute_definition.visible.created",
        "customer.custom_attribute_definition.visible.deleted",
        "customer.custom_attribute_definition.visible.updated", "customer.deleted",
        "customer.updated", "device.code.paired", "device.created", "dispute.created",
        "dispute.evidence.added", "dispute.evidence.created", "dispute.evidence.deleted",
        "dispute.evidence.removed", "dispute.state.changed", "dispute.state.updated",
        "gift_card.activity.created", "gift_card.activity.updated", "gift_card.created",
        "gift_card.customer_linked", "gift_card.customer_unlinked", "gift_card.updated",
        "inventory.count.updated", "invoice.canceled", "invoice.created", "invoice.deleted",
        "invoice.payment_made", "invoice.published", "invoice.refunded",
        "invoice.scheduled_charge_failed", "invoice.updated", "job.created", "job.updated",
        "labor.scheduled_shift.created", "labor.scheduled_shift.deleted",
        "labor.scheduled_shift.published", "labor.scheduled_shift.updated", "labor.shift.created",
        "labor.shift.deleted", "labor.shift.updated", "labor.timecard.created",
        "labor.timecard.deleted", "labor.timecard.updated", "location.created",
        "location.custom_attribute.owned.deleted", "location.custom_attribute.owned.updated",
        "location.custom_attribute.visible.deleted", "location.custom_attribute.visible.updated",
        "location.custom_attribute_definition.owned.created",
        "location.custom_attribute_definition.owned.deleted",
        "location.custom_attribute_definition.owned.updated",
        "location.custom_attribute_definition.visible.created",
        "location.custom_attribute_definition.visible.deleted",
        "location.custom_attribute_definition.visible.updated", "location.updated",
        "loyalty.account.created", "loyalty.account.deleted", "loyalty.account.updated",
        "loyalty.event.created", "loyalty.program.created", "loyalty.program.updated",
        "loyalty.promotion.created", "loyalty.promotion.updated",
        "merchant.custom_attribute.owned.deleted", "merchant.custom_attribute.owned.updated",
        "merchant.custom_attribute.visible.deleted", "merchant.custom_attribute.visible.updated",
        "merchant.custom_attribute_definition.owned.created",
        "merchant.custom_attribute_definition.owned.deleted",
        "merchant.custom_attribute_definition.owned.updated",
        "merchant.custom_attribute_definition.visible.created",
        "merchant.custom_attribute_definition.visible.deleted",
        "merchant.custom_attribute_definition.visible.updated", "oauth.authorization.revoked",
        "online_checkout.location_settings.updated", "online_checkout.merchant_settings.updated",
        "order.created", "order.custom_attribute.owned.deleted",
        "order.custom_attribute.owned.updated", "order.custom_attribute.visible.deleted",
        "order.custom_attribute.visible.updated", "order.custom_attribute_definition.owned.created",
        "order.custom_attribute_definition.owned.deleted",
        "order.custom_attribute_definition.owned.updated",
        "order.custom_attribute_definition.visible.created",
        "order.custom_attribute_definition.visible.deleted",
        "order.custom_attribute_definition.visible.updated", "order.fulfillment.updated",
        "order.updated", "payment.created", "payment.updated", "payout.failed", "payout.paid",
        "payout.sent", "refund.created", "refund.updated", "subscription.created",
        "subscription.updated", "team_member.created", "team_member.updated",
        "team_member.wage_setting.updated", "terminal.action.created", "terminal.action.updated",
        "terminal.checkout.created", "terminal.checkout.updated", "terminal.refund.created",
        "terminal.refund.updated", "transfer_order.created", "transfer_order.deleted",
        "transfer_order.updated", "vendor.created", "vendor.updated",
    ],
)]
pub struct Square;

#[doc(hidden)]
pub use Square as __Provider;
