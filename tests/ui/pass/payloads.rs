//! What can be taken as a payload without a warning.
#![deny(warnings, clippy::all, clippy::pedantic)]

use serde::Deserialize;
use webhook_kit::{Delivery, Provider, RawEvent, Secret, WebhookEvent, webhook};

/// A provider that lists its events, with a payload that borrows, and more than a row of others.
#[derive(Debug, Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    event_type = "/type",
    payload = "/data",
    events = Event<'static>
)]
pub struct Acme;

/// Its events.
#[derive(Debug, WebhookEvent)]
#[event(provider = Acme)]
pub enum Event<'a> {
    /// It borrows.
    #[event("note")]
    Note(Note<'a>),
    /// It is not decoded.
    #[event("raw")]
    Raw(RawEvent),
    /// It has none that is known.
    #[event("ping")]
    Ping,
    /// Number 0.
    #[event("event.0")]
    E0(Other),
    /// Number 1.
    #[event("event.1")]
    E1(Payout),
    /// Number 2.
    #[event("event.2")]
    E2(Other),
    /// Number 3.
    #[event("event.3")]
    E3(Payout),
    /// Number 4.
    #[event("event.4")]
    E4(Other),
    /// Number 5.
    #[event("event.5")]
    E5(Payout),
    /// Number 6.
    #[event("event.6")]
    E6(Other),
    /// Number 7.
    #[event("event.7")]
    E7(Payout),
    /// Number 8.
    #[event("event.8")]
    E8(Other),
    /// Number 9.
    #[event("event.9")]
    E9(Payout),
    /// Number 10.
    #[event("event.10")]
    E10(Other),
    /// Number 11.
    #[event("event.11")]
    E11(Payout),
    /// Number 12.
    #[event("event.12")]
    E12(Other),
    /// Number 13.
    #[event("event.13")]
    E13(Payout),
    /// Number 14.
    #[event("event.14")]
    E14(Other),
    /// Number 15.
    #[event("event.15")]
    E15(Payout),
    /// Number 16.
    #[event("event.16")]
    E16(Other),
    /// Number 17.
    #[event("event.17")]
    E17(Payout),
    /// Number 18.
    #[event("event.18")]
    E18(Other),
    /// Number 19.
    #[event("event.19")]
    E19(Payout),
    /// Number 20.
    #[event("event.20")]
    E20(Other),
    /// Number 21.
    #[event("event.21")]
    E21(Payout),
    /// Number 22.
    #[event("event.22")]
    E22(Other),
    /// Number 23.
    #[event("event.23")]
    E23(Payout),
    /// Number 24.
    #[event("event.24")]
    E24(Other),
    /// Number 25.
    #[event("event.25")]
    E25(Payout),
    /// Number 26.
    #[event("event.26")]
    E26(Other),
    /// Number 27.
    #[event("event.27")]
    E27(Payout),
    /// Number 28.
    #[event("event.28")]
    E28(Other),
    /// Number 29.
    #[event("event.29")]
    E29(Payout),
}

/// A payload that borrows.
#[derive(Debug, Deserialize)]
pub struct Note<'a> {
    /// What it says.
    pub text: &'a str,
}

/// A payload.
#[derive(Debug, Deserialize)]
pub struct Payout {}

/// Another payload.
#[derive(Debug, Deserialize)]
pub struct Other {}

/// The provider's types, boxed or as they come; a `RawEvent` for any; and types of one's own where
/// that is said, or where the provider has none.
#[derive(Debug, WebhookEvent)]
#[event(provider = Acme, ignore_others)]
pub enum Some<'b> {
    /// The provider's.
    #[event("note")]
    Note(Note<'b>),
    /// The same, boxed.
    #[event("event.29")]
    Last(Box<Payout>),
    /// Of several names.
    #[event("event.1", "event.23", "event.25")]
    Several(Payout),
    /// Not decoded.
    #[event("event.2")]
    Raw(RawEvent),
    /// One's own.
    #[event("event.4", "event.5", own_payload)]
    Own(serde_json::Value),
    /// The provider does not say what it holds.
    #[event("raw")]
    Known(Other),
    /// Nor here.
    #[event("ping")]
    Ping(Other),
    /// It is not asked for.
    #[event("event.6")]
    Nothing,
}

#[webhook(provider = Acme, event = "event.7", ignore_others)]
async fn on_seven(_payout: Payout) {}

#[webhook(provider = Acme, event = "event.7", own_payload, ignore_others)]
async fn on_seven_as_text(_payout: String) {}

#[webhook(provider = Acme, event = "event.7", ignore_others)]
async fn on_seven_raw(_payout: RawEvent) {}

/// Methods of a type with a parameter.
#[derive(Debug)]
pub struct Block<T>(pub T);

#[webhook(provider = Acme, ignore_others)]
impl<T: serde::de::DeserializeOwned + Send + Sync + 'static> Block<T> {
    #[on("note")]
    async fn note(&self, note: Note<'_>) {
        println!("{}", note.text);
    }

    #[on("event.7", "event.9")]
    async fn seven(&self, _payout: Payout) {}

    #[on("event.11", own_payload)]
    async fn own(&self, _payout: T) {}

    #[on("event.10")]
    async fn raw(&self, _event: RawEvent, _delivery: Delivery) {}
}

/// A provider that does not list its events.
#[derive(Debug, Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
pub struct Unlisted;

#[webhook(provider = Unlisted, event = "any")]
async fn on_any(_payout: Other) {}

fn main() {
    let secret = || Secret::new("whsec");
    let _ = on_seven::endpoint(secret());
    let _ = on_seven_as_text::endpoint(secret());
    let _ = on_seven_raw::endpoint(secret());
    let _ = Block(7_u8).endpoint(secret());
    let _ = on_any::endpoint(secret());
}
