//! `azure-event-grid` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "azure-event-grid",
    algo = "token",
    signature = "query:code",
    weak = "the sender signs nothing",
    handshake((when = "header:aeg-event-type=SubscriptionValidation", challenge = "json:/0/data/validationCode", answer = "{{\"validationResponse\":\"{challenge}\"}}"), (method = "OPTIONS", challenge = "header:webhook-request-origin", header = ["webhook-allowed-origin", "webhook-allowed-rate=*"])),
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
