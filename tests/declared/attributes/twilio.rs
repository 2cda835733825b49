//! `twilio` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "twilio",
    display_name = "Twilio",
    docs = "https://www.twilio.com/docs/usage/security",
    evidence = "vector",
    algo = "sha1",
    encoding = "base64",
    header = "x-twilio-signature",
    message = ["{url}{form:sorted}", "{url:port}{form:sorted}", "{url:no-port}{form:sorted}", "{url:quoted}{form:sorted}", "{url}", "{url:port}", "{url:no-port}", "{url:quoted}"],
    digest = "sha256:query:bodySHA256",
    weak = "the sender signs with SHA-1 and offers nothing better",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
