//! Deliveries for tests: genuine ones of any provider, and others, without a server.
//!
//! Turn the feature on where tests are built, and only there:
//!
//! ```toml
//! [dev-dependencies]
//! webhook-kit = { version = "0.1", features = ["testing"] }
//! ```
//!
//! ```
//! use webhook_kit::{providers::ascend, testing::{self, Tamper}, webhook};
//!
//! #[webhook(provider = "ascend")]
//! async fn on_ascend(event: ascend::Event) -> Result<(), String> {
//!     match event {
//!         ascend::Event::InvoiceVoided(invoice) => Err(format!("{} is void", invoice.id)),
//!         _ => Ok(()),
//!     }
//! }
//!
//! # testing::block_on(async {
//! // A provider with a secret, a clock, and the catalogue's samples.
//! let ascend = testing::sender::<ascend::Ascend>();
//! let endpoint = on_ascend::endpoint(ascend.secret())?;
//!
//! let genuine = ascend.event("invoice.paid").id("evt_1");
//! let answer = ascend.send(genuine.request(), &endpoint).await;
//! assert_eq!((answer.outcome, answer.id.as_deref()), ("handled", Some("evt_1")));
//!
//! // Everything that can be wrong with it, by name.
//! for tamper in Tamper::ALL {
//!     let Some(tampered) = genuine.tampered(*tamper) else { continue };
//!     let answer = ascend.send(tampered.request, &endpoint).await;
//!     assert_eq!(answer.outcome == "rejected", tampered.must_be_refused, "{tamper}");
//! }
//! let stale = genuine.tampered(Tamper::Stale).expect("Ascend signs the time");
//! let answer = ascend.send(stale.request, &endpoint).await;
//! assert_eq!(answer.status(), 401);
//! assert_eq!(answer.rejection.as_deref(), Some("the delivery was signed 301 s ago"));
//! # Ok::<(), webhook_kit::SetupError>(())
//! # }).unwrap();
//! ```
//!
//! Of providers that publish what their payloads hold, and of which there is no sample, payloads are made
//! up: they have the right form, and mean nothing. What matters to a test, it says itself.
//!
//! ```
//! use webhook_kit::{payload, providers::stripe::Stripe, testing, webhook};
//!
//! #[payload("stripe", "invoice.paid")]
//! struct Paid {
//!     amount_paid: i64,
//!     currency: String,
//! }
//!
//! #[webhook(provider = "stripe", event = "invoice.paid", ignore_others)]
//! async fn on_paid(paid: Paid) -> Result<(), String> {
//!     if paid.currency == "eur" { Ok(()) } else { Err("another currency".into()) }
//! }
//!
//! # testing::block_on(async {
//! let stripe = testing::sender::<Stripe>();
//! let endpoint = on_paid::endpoint(stripe.secret())?;
//! let genuine = stripe.event("invoice.paid");
//! assert!(genuine.is_made_up());
//! let paid = genuine.clone().with("/currency", "eur").with("/amount_paid", 1200).id("evt_1");
//! assert_eq!(stripe.send(paid.request(), &endpoint).await.outcome, "handled");
//! let other = genuine.with("/currency", "usd").id("evt_2");
//! assert_eq!(stripe.send(other.request(), &endpoint).await.status(), 500);
//! # Ok::<(), webhook_kit::SetupError>(())
//! # }).unwrap();
//! ```

pub use webhook_core::testing::*;

use crate::{Provider, providers};

/// The provider of a type in a test, with the catalogue's samples if it is one of the catalogue.
pub fn sender<P: Provider>() -> Sender {
    let known = sender_named(P::SCHEME.name());
    // A provider of one's own may be called like one of the catalogue. Constants have no address by
    // which to tell them apart.
    let declared = format!("{:?}", P::SCHEME);
    let known = known.filter(|sender| format!("{:?}", sender.scheme()) == declared);
    known.unwrap_or_else(Sender::of::<P>)
}

/// A provider of the catalogue in a test, with its samples; `None` if there is none of this name,
/// or if its feature is off.
pub fn sender_named(name: &str) -> Option<Sender> {
    let entry = providers::all().iter().find(|entry| entry.scheme.name() == name)?;
    let samples = entry.samples.iter().map(|sample| SampleBody {
        name: sample.name,
        event: sample.event,
        body: sample.body,
    });
    Some(Sender::new(entry.scheme).with_samples(samples).with_maker(make))
}

/// Makes up a payload of what the provider publishes about it.
fn make(provider: &str, event: &str, seed: u64) -> Option<MadePayload> {
    let made = webhook_schema::of(provider)?.make(event, seed)?;
    Some(MadePayload { event: made.event, payload: made.payload })
}

/// Makes a test of a folder of [`Fixtures`]: its name, the folder, the provider, and what makes the
/// endpoint of secrets.
///
/// ```
/// use webhook_kit::{providers::ascend::{Ascend, Event}, webhook};
///
/// #[webhook(provider = "ascend")]
/// async fn on_ascend(event: Event) {}
///
/// # #[cfg(test)]
/// # mod hidden {
/// # use super::*;
/// webhook_kit::fixtures!(ascend, "tests/fixtures/ascend", Ascend, on_ascend::endpoint);
/// # }
/// ```
///
/// The test runs on its own thread, without a runtime; where a handler needs one, write the test
/// by hand:
///
/// ```
/// # use webhook_kit::{providers::ascend::{Ascend, Event}, webhook};
/// # #[webhook(provider = "ascend")]
/// # async fn on_ascend(event: Event) {}
/// use webhook_kit::testing::{self, Fixtures};
///
/// # #[tokio::main(flavor = "current_thread")]
/// // #[tokio::test]
/// # async fn main() { ascend().await }
/// async fn ascend() {
///     let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/ascend");
///     Fixtures::new(folder, testing::sender::<Ascend>()).check(on_ascend::endpoint).await;
/// }
/// ```
#[macro_export]
macro_rules! fixtures {
    ($name:ident, $folder:literal, $provider:ty, $endpoint:expr $(,)?) => {
        #[test]
        fn $name() {
            let folder = ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", $folder);
            let sender = $crate::testing::sender::<$provider>();
            let fixtures = $crate::testing::Fixtures::new(folder, sender);
            $crate::testing::block_on(fixtures.check($endpoint));
        }
    };
}
