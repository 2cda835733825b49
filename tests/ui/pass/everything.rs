//! The three macros beside each other, as the documentation shows them.
#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]

use serde::Deserialize;
use webhook_kit::{Ack, Delivery, Envelope, Provider, RawEvent, State, WebhookEvent, webhook};

/// A provider of one's own.
#[derive(Debug, Provider)]
#[provider(
    name = "acme",
    docs = "https://docs.acme.example/webhooks",
    algo = "sha256",
    header = ["X-Acme-Signature", "X-Acme-Signature-Old"],
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event_type = "/type",
    payload = "/data",
    ack = 200,
    retry_window = "3d",
    source_ips("203.0.113.7"),
    events = Event,
)]
pub struct Acme;

/// A payload.
#[derive(Debug, Clone, Deserialize)]
pub struct Payout {
    /// How much.
    pub amount: u64,
}

/// A borrowed payload.
#[derive(Debug, Clone, Deserialize)]
pub struct Note<'a> {
    /// What it says.
    pub text: &'a str,
}

/// Every event of the provider.
#[derive(Debug, WebhookEvent)]
#[event(provider = Acme)]
pub enum Event {
    /// It was paid.
    #[event("payout.successful")]
    Paid(Payout),
    /// It was not paid.
    #[event("payout.failed")]
    Failed(Box<Payout>),
    /// Nothing else.
    #[event("ping")]
    Ping,
    /// Any other.
    #[event(other)]
    Other(RawEvent),
}

/// Some events, borrowed.
#[derive(Debug, WebhookEvent)]
#[event(provider = Acme, ignore_others)]
pub enum Some<'a> {
    /// Both in one.
    #[event("payout.successful", "payout.failed", own_payload)]
    Note(Note<'a>),
    /// One without a name.
    #[event(unnamed)]
    Unnamed(Payout),
}

#[webhook(provider = Acme)]
async fn on_acme(event: Event) {
    println!("{} {event:?}", event.name());
}

/// Takes one event.
///
/// # Errors
///
/// Never.
#[webhook(
    provider = Acme,
    event = "payout.successful",
    header = "x-acme-signature",
    algo = "sha256",
    encoding = "hex",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    body = "raw",
    secret_encoding = "utf8",
    timestamp(unit = "seconds", tolerance = "5m"),
    ack = 200,
    ignore_others,
)]
pub async fn on_paid(
    payout: Payout,
    delivery: Delivery,
    State(count): State<u32>,
    Envelope(envelope): Envelope<serde::de::IgnoredAny>,
) -> Result<Ack, std::io::Error> {
    println!("{payout:?} {delivery:?} {count} {envelope:?}");
    Ok(Ack)
}

#[webhook(provider = Acme)]
async fn on_some(event: Some<'_>) {
    println!("{event:?}");
}

#[webhook(
    header = "x-signature",
    algo = "sha512",
    encoding = "base64",
    event_type = "header:x-event"
)]
async fn on_inline(event: RawEvent) {
    println!("{}", event.name());
}

#[webhook(provider = on_inline)]
async fn on_body(body: Payout) {
    println!("{}", body.amount);
}

/// Events spread over methods.
#[derive(Debug)]
pub struct Payments {
    /// What was paid.
    pub total: std::sync::atomic::AtomicU64,
}

#[webhook(provider = Acme, header = "x-acme-signature", state = u32)]
impl Payments {
    /// What a payment costs.
    pub const FEE: u64 = 1;

    /// Takes both.
    ///
    /// # Errors
    ///
    /// Never.
    #[on("payout.successful", "payout.failed")]
    pub async fn paid(
        &self,
        payout: Payout,
        delivery: Delivery,
        State(count): State<u32>,
    ) -> Result<Ack, std::io::Error> {
        println!("{delivery:?} {count}");
        self.add(payout.amount);
        Ok(Ack)
    }

    #[on("ping")]
    async fn ping(&self, delivery: Delivery) {
        println!("{delivery:?}");
    }

    #[on(unnamed)]
    async fn unnamed(&self, note: Note<'_>) -> Result<(), Box<Self>> {
        println!("{}", note.text);
        Ok(())
    }

    #[on(other)]
    async fn other(&self, event: RawEvent) {
        println!("{}", event.name());
    }

    fn add(&self, amount: u64) {
        self.total.fetch_add(amount + Self::FEE, std::sync::atomic::Ordering::Relaxed);
    }
}

impl std::fmt::Display for Payments {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.total)
    }
}

impl std::error::Error for Payments {}

struct Rest;

#[webhook(provider = Acme, ignore_others)]
impl Rest {
    #[on("payout.failed")]
    async fn failed(&self) {}
}

fn main() {
    let secret = || webhook_kit::Secret::new("whsec");
    let _ = on_acme::endpoint(secret());
    let _ = on_paid::endpoint(secret()).map(|endpoint| endpoint.state(7));
    let _ = on_some::endpoint(secret());
    let _ = on_inline::endpoint(secret());
    let _ = on_body::endpoint(secret());
    let payments = Payments { total: 0.into() };
    let _ = payments.endpoint(secret()).map(|endpoint| endpoint.state(7));
    let _ = Rest.endpoint(secret());
}
