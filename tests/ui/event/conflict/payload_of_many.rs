use serde::Deserialize;
use webhook_kit::{Provider, WebhookEvent};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", events = AcmeEvent)]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum AcmeEvent {
    #[event("event.0")]
    E0(Refund),
    #[event("event.1")]
    E1(Payout),
    #[event("event.2")]
    E2(Refund),
    #[event("event.3")]
    E3(Payout),
    #[event("event.4")]
    E4(Refund),
    #[event("event.5")]
    E5(Payout),
    #[event("event.6")]
    E6(Refund),
    #[event("event.7")]
    E7(Payout),
    #[event("event.8")]
    E8(Refund),
    #[event("event.9")]
    E9(Payout),
    #[event("event.10")]
    E10(Refund),
    #[event("event.11")]
    E11(Payout),
    #[event("event.12")]
    E12(Refund),
    #[event("event.13")]
    E13(Payout),
    #[event("event.14")]
    E14(Refund),
    #[event("event.15")]
    E15(Payout),
    #[event("event.16")]
    E16(Refund),
    #[event("event.17")]
    E17(Payout),
    #[event("event.18")]
    E18(Refund),
    #[event("event.19")]
    E19(Payout),
    #[event("event.20")]
    E20(Refund),
    #[event("event.21")]
    E21(Payout),
    #[event("event.22")]
    E22(Refund),
    #[event("event.23")]
    E23(Payout),
    #[event("event.24")]
    E24(Refund),
    #[event("event.25")]
    E25(Payout),
    #[event("event.26")]
    E26(Refund),
}

#[derive(Deserialize)]
struct Payout {}

#[derive(Deserialize)]
struct Refund {}

#[derive(WebhookEvent)]
#[event(provider = Acme, ignore_others)]
enum Money {
    #[event("event.2")]
    Two(Refund),
    #[event("event.26")]
    TwentySix(Payout),
}

fn main() {}
