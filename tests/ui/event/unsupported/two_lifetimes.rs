use webhook_kit::{Provider, WebhookEvent};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Money<'a, 'b> {
    #[event("payout.successful")]
    Paid(&'a str),
    #[event("payout.failed")]
    Failed(&'b str),
}

fn main() {}
