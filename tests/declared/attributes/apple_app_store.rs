//! `apple-app-store` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "apple-app-store",
    display_name = "Apple App Store",
    docs = "https://developer.apple.com/documentation/appstoreservernotifications",
    evidence = "sdk",
    algo = "jwt-es256",
    signature = "json:/signedPayload",
    jwt(content = "delivery"),
    timestamp(json = "/signedDate", unit = "milliseconds", tolerance = "none"),
    id = "/notificationUUID",
    event_type = "/notificationType",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
