use webhook_kit::{Provider, webhook};

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

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on("refund.updated")]
    async fn refund(&self) {}
}

fn main() {}
