//! `postmark` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "postmark",
    display_name = "Postmark",
    docs = "https://postmarkapp.com/developer/webhooks/webhooks-overview",
    evidence = "third-party",
    algo = "basic",
    event_type = "/RecordType",
    weak = "the sender signs nothing: it sends credentials",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
