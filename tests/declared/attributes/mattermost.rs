//! `mattermost` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "mattermost",
    algo = "token",
    signature = "form:token",
    weak = "the sender offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
