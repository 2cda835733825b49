use webhook_kit::{Provider, WebhookEvent};

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    event_type = "/type",
    events = [
        "charge.created", "charge.failed", "charge.updated", "customer.created", "customer.failed", "customer.updated",
        "invoice.created", "invoice.failed", "invoice.updated", "mandate.created", "mandate.failed", "mandate.updated",
        "payout.created", "payout.failed", "payout.updated", "refund.created", "refund.failed", "refund.updated",
    ],
)]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Money {
    #[event("payout.created")]
    Created,
}

fn main() {}
