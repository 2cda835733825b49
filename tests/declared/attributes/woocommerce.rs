//! `woocommerce` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "woocommerce",
    display_name = "WooCommerce",
    docs = "https://woocommerce.com/document/webhooks/",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "x-wc-webhook-signature",
    event_type = "header:x-wc-webhook-topic",
    handshake(when = "form:webhook_id", unsigned = "the sender does not sign it"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
