//! An enum of the events that matter here, with types of one's own, checked by the compiler.
//!
//!     cargo run --example own_events

use serde::Deserialize;
use webhook_kit::{
    Provider, RawEvent, Secret, WebhookEvent, providers::fincra, value::Decimal, webhook,
};

/// Three of Fincra's events. Try a name that Fincra does not send: it does not compile.
#[derive(WebhookEvent)]
#[event(provider = "fincra")]
#[allow(clippy::large_enum_variant, reason = "there is one at a time, and it is not kept")]
enum Money {
    #[event("payout.successful")]
    Paid(fincra::Payout),
    /// A type of one's own in place of the provider's: said, so that it is no slip.
    #[event("payout.failed", own_payload)]
    Failed(Failure),
    #[event(other)]
    Other(RawEvent),
}

/// As much of a failed payout as is needed here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Failure {
    reference: String,
    amount_charged: Decimal,
    reason: String,
}

#[webhook(provider = "fincra")]
async fn on_money(event: Money) {
    match event {
        Money::Paid(payout) => println!("{} was paid", payout.reference),
        Money::Failed(Failure { reference, amount_charged, reason }) => {
            println!("{reference} failed, {amount_charged} goes back: {reason}");
        }
        Money::Other(event) => println!("{} is for somebody else", event.name()),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let secret = Secret::new("a secret");
    let endpoint = on_money::endpoint(secret.clone())?;
    for body in [
        include_str!("../webhook-providers/samples/fincra/payout.successful.json"),
        include_str!("../webhook-providers/samples/fincra/payout.failed.json"),
        include_str!("../webhook-providers/samples/fincra/mandate.approved.json"),
    ] {
        let request = fincra::Fincra::sign(&secret, body).request();
        assert!(endpoint.handle(request).await.status().is_success());
    }
    Ok(())
}
