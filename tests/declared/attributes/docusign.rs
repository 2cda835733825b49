//! `docusign` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "docusign",
    display_name = "Docusign Connect",
    docs = "https://developers.docusign.com/platform/webhooks/connect/validate",
    evidence = "docs",
    algo = "sha256",
    encoding = "base64",
    header = "x-docusign-signature-{n}",
    event_type = "/event",
    payload = "/data",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
