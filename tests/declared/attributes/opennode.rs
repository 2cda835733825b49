//! `opennode` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "opennode",
    algo = "sha256",
    signature = "form:hashed_order",
    message = "{form:id}",
    id = "form:id",
    unsigned = "the sender signs the id only",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
