//! `vercel` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "vercel",
    algo = "sha1",
    header = "x-vercel-signature",
    id = "/id",
    event_type = "/type",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
