//! `svix` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "svix",
    display_name = "Svix",
    docs = "https://docs.svix.com/receiving/verifying-payloads/how-manual",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "svix-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    timestamp(header = "svix-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:svix-id",
    event_type = "/type",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
