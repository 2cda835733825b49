//! `zoom` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "zoom",
    display_name = "Zoom",
    docs = "https://developers.zoom.us/docs/api/webhooks/",
    evidence = "sdk",
    algo = "sha256",
    header = "x-zm-signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "x-zm-request-timestamp", unit = "seconds", tolerance = "5m"),
    event_type = "/event",
    payload = "/payload",
    handshake(when = "json:/event=endpoint.url_validation", challenge = "json:/payload/plainToken", answer = "{{\"plainToken\":\"{challenge}\",\"encryptedToken\":\"{proof}\"}}"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
