//! [Slack](https://docs.slack.dev/authentication/verifying-requests-from-slack/): events,
//! commands and interactions of apps.
//!
//! **Signature.** Header `X-Slack-Signature`: HMAC-SHA256 of `v0:{timestamp}:{body}`, in hex, as
//! `v0={signature}`, under the secret as text.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [slackapi/python-slack-sdk](https://github.com/slackapi/python-slack-sdk).
//!
//! **What the sources leave open, and the choice made.**
//! - Commands and interactions come as forms, which no JSON pointer reads: they are refused as not
//!   decodable. Give them an endpoint of their own, under a declaration without `id`, `event` and
//!   `payload`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "slack",
    title = "Slack",
    docs = "https://docs.slack.dev/authentication/verifying-requests-from-slack/",
    evidence = "vector",
    algo = "sha256",
    header = "X-Slack-Signature",
    format = "v0={signature}",
    message = "v0:{timestamp}:{body}",
    timestamp(header = "X-Slack-Request-Timestamp", unit = "seconds", tolerance = "5m"),
    id = "/event_id",
    event = ["/event/type", "/type"],
    payload = "/event",
    handshake(
        when = "json:/type=url_verification",
        challenge = "json:/challenge",
        answer = "{challenge}",
    ),
)]
pub struct Slack;

#[doc(hidden)]
pub use Slack as __Provider;
