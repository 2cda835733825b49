use webhook_kit::{Provider, RawEvent, WebhookEvent, check_handlers, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", payload = "/data", events = AcmeEvent)]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum AcmeEvent {
    #[event("paid")]
    Paid,
    #[event("failed")]
    Failed,
    #[event("ping")]
    Ping,
}

#[webhook(provider = Acme, event = "paid")]
async fn on_paid(_amount: u64) {}

#[webhook(provider = Acme)]
async fn on_any(_event: RawEvent) {}

const _: () = check_handlers::<(on_any, on_paid)>();

fn main() {}
