//! `kinde` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "kinde",
    display_name = "Kinde",
    docs = "https://docs.kinde.com/integrate/webhooks/add-manage-webhooks/",
    evidence = "sdk",
    algo = "jwt-rs256",
    signature = "body",
    public_keys(id = "kid", form = "jwks"),
    id = "/event_id",
    event_type = "/type",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
