use webhook_kit::{Provider, RawEvent, State, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[derive(Clone)]
struct Db;

#[derive(Clone)]
struct Mail;

#[webhook(provider = Acme, state = Db)]
async fn on_acme(_event: RawEvent, State(_mail): State<Mail>) {}

fn main() {}
