//! `hubspot-v1` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "hubspot-v1",
    display_name = "HubSpot (v1)",
    docs = "https://developers.hubspot.com/docs/api/webhooks/validating-requests",
    evidence = "vector",
    algo = "hash-sha256",
    header = "x-hubspot-signature",
    message = "{secret}{body}",
    weak = "a plain hash with the secret before the body: its successors are v2 and v3",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
