use webhook_kit::{Provider, RawEvent, State, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event = "/type")]
struct Acme;

#[derive(Clone)]
struct Db;

#[derive(Clone)]
struct Mail;

#[webhook(provider = Acme)]
async fn on_acme(event: RawEvent, State(db): State<Db>, State(mail): State<Mail>) {}

fn main() {}
