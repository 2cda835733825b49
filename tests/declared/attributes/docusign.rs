//! `docusign` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "docusign",
    algo = "sha256",
    encoding = "base64",
    header = "x-docusign-signature-{n}",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
