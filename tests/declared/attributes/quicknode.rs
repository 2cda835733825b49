//! `quicknode` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "quicknode",
    display_name = "QuickNode Streams",
    docs = "https://www.quicknode.com/docs/streams/validating-payloads",
    evidence = "third-party",
    algo = "sha256",
    header = "x-qn-signature",
    message = "{header:X-QN-Nonce}{timestamp}{body}",
    timestamp(header = "x-qn-timestamp", unit = "seconds", tolerance = "5m"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
