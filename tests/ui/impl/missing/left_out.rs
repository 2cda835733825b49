use webhook_kit::{Provider, WebhookEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", ack = 200, events = AcmeEvent)]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum AcmeEvent {
    #[event("payout.successful")]
    Paid,
    #[event("payout.failed")]
    Failed,
    #[event("ping")]
    Ping,
}

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on("ping")]
    async fn ping(&self) {}
}

fn main() {}
