//! Deliveries for tests: genuine ones of any provider, and others, without a server.
//!
//! A [`Sender`] is a provider in a test. It makes [`Genuine`] deliveries, signed by the provider's
//! own declaration at the time of a [`TestClock`]; each can be [tampered](Tamper) with, by name; and
//! [`Sender::send`] has an endpoint handle one and says what became of it. [`Fixtures`] are such
//! tests as files. [`store_contract`] tests an idempotency store of one's own.
//!
//! What is signed here is signed by the code that is tested. It shows what an application does
//! with what a provider sends; that this is what the provider sends, only the provider's own
//! signatures show.

mod clock;
mod fixtures;
mod run;
mod sender;
mod store_contract;
mod tamper;

pub use clock::TestClock;
pub use fixtures::Fixtures;
pub use run::{Answer, block_on};
pub use sender::{Genuine, MadePayload, Maker, SampleBody, Sender, secret_for};
pub use store_contract::{StoreTime, store_contract};
pub use tamper::{Tamper, Tampered, UnknownTamper};
