use webhook_kit::{Provider, RawEvent, check_handlers, webhook};

#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    event_type = "/type",
    events = ["paid", "failed"]
)]
struct Acme;

#[webhook(provider = Acme, event = "paid")]
async fn on_paid(_event: RawEvent) {}

const _: () = check_handlers::<on_paid>();

fn main() {}
