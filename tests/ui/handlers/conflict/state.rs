use webhook_kit::{Provider, State, WebhookEvent, check_handlers, webhook};

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

#[webhook(provider = Acme, event = "failed")]
async fn on_failed(_amount: u64, State(_db): State<u8>) {}

const _: () = check_handlers::<(on_paid, on_failed)>();

fn main() {}
