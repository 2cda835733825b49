use webhook_kit::{Provider, RawEvent, Secret, State, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[derive(Clone)]
struct Db;

#[webhook(provider = Acme)]
async fn on_acme(_event: RawEvent, State(_db): State<Db>) {}

fn main() {
    let endpoint = on_acme::endpoint(Secret::new("whsec")).unwrap();
    let _: axum::Router = axum::Router::new().route_service("/webhooks/acme", endpoint);
}
