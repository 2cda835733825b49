use webhook_kit::{Provider, RawEvent, check_handlers, webhook};

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

#[webhook(provider = Acme, event = "charge.created")]
async fn on_created(_event: RawEvent) {}

#[webhook(provider = Acme, event = "an.event.to.come", unlisted)]
async fn on_newer(_event: RawEvent) {}

const _: () = check_handlers::<(on_created, on_newer)>();

fn main() {}
