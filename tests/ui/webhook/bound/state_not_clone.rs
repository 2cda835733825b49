use webhook_kit::{Provider, RawEvent, State, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Db;

#[webhook(provider = Acme)]
async fn on_acme(_event: RawEvent, State(_db): State<Db>) {}

fn main() {}
