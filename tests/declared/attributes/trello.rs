//! `trello` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "trello",
    display_name = "Trello",
    docs = "https://developer.atlassian.com/cloud/trello/guides/rest-api/webhooks/",
    evidence = "third-party",
    algo = "sha1",
    encoding = "base64",
    header = "x-trello-webhook",
    message = "{body}{url}",
    id = "/action/id",
    event_type = "/action/type",
    payload = "/action",
    weak = "the sender signs with SHA-1 and offers nothing better",
    handshake(method = "HEAD"),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
