//! `fitbit` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "fitbit",
    algo = "sha1",
    encoding = "base64",
    header = "x-fitbit-signature",
    weak = "the sender offers nothing better",
    handshake(method = "GET", verify_token = "query:verify", status = 204, refusal = 404),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
