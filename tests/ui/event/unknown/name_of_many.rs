use webhook_kit::{Provider, WebhookEvent};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", events = AcmeEvent)]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum AcmeEvent {
    #[event("charge.created")]
    ChargeCreated,
    #[event("charge.failed")]
    ChargeFailed,
    #[event("charge.updated")]
    ChargeUpdated,
    #[event("customer.created")]
    CustomerCreated,
    #[event("customer.failed")]
    CustomerFailed,
    #[event("customer.updated")]
    CustomerUpdated,
    #[event("invoice.created")]
    InvoiceCreated,
    #[event("invoice.failed")]
    InvoiceFailed,
    #[event("invoice.updated")]
    InvoiceUpdated,
    #[event("mandate.created")]
    MandateCreated,
    #[event("mandate.failed")]
    MandateFailed,
    #[event("mandate.updated")]
    MandateUpdated,
    #[event("payout.created")]
    PayoutCreated,
    #[event("payout.failed")]
    PayoutFailed,
    #[event("payout.updated")]
    PayoutUpdated,
    #[event("refund.created")]
    RefundCreated,
    #[event("refund.failed")]
    RefundFailed,
    #[event("refund.updated")]
    RefundUpdated,
}

#[derive(WebhookEvent)]
#[event(provider = Acme, ignore_others)]
enum Money {
    #[event("payout.craeted")]
    Created,
}

fn main() {}
