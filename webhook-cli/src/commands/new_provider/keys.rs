//! The keys of a declaration as options.

use clap::Args;
use webhook_kit::grammar::{Declaration, Slot, Spanned, TimestampKeys};

/// A declaration whose places are the options that say its keys.
pub(super) type Options = Declaration<&'static str>;

macro_rules! keys {
    ($($(#[$doc:meta])* $field:ident, $flag:literal => $place:ident $key:literal;)*) => {
        /// One option a key; those whose values are keys themselves are [`Lists`](super::lists::Lists).
        #[derive(Debug, Default, Clone, Args)]
        #[command(next_help_heading = "Declaration")]
        pub(super) struct Keys {
            $($(#[$doc])* #[arg(long = $flag)] pub(super) $field: Vec<String>,)*
        }

        impl Keys {
            /// Every option: its name, what it was given, and the key that it says.
            fn each(&self) -> impl Iterator<Item = (&'static str, &[String], Place)> {
                [$((concat!("--", $flag), &self.$field[..], Place::$place($key))),*].into_iter()
            }
        }
    };
}

/// Where a key stands.
#[derive(Debug, Clone, Copy)]
enum Place {
    Top(&'static str),
    Timestamp(&'static str),
}

keys! {
    /// What the provider calls itself
    #[arg(value_name = "TEXT")]
    title, "title" => Top "title";
    /// Where its webhooks are documented
    #[arg(value_name = "ADDRESS")]
    docs, "docs" => Top "docs";
    /// How it signs: sha256 (HMAC with it) unless it is said
    #[arg(value_name = "ALGORITHM")]
    algo, "algo" => Top "algo";
    /// The signature's text form: hex unless it is said
    #[arg(value_name = "FORM")]
    encoding, "encoding" => Top "encoding";
    /// The header that carries the signature; several are alternatives
    #[arg(value_name = "NAME")]
    header, "header" => Top "header";
    /// Where the signature stands, if not in a header: `query:signature`, `json:/signature`, ..
    #[arg(value_name = "PLACE")]
    signature, "signature" => Top "signature";
    /// How the header's value is built: `t={timestamp},v1={signature}`
    #[arg(value_name = "TEMPLATE")]
    format, "format" => Top "format";
    /// What stands between the elements of that value
    #[arg(value_name = "CHARACTER")]
    separator, "separator" => Top "separator";
    /// What is signed: `{timestamp}.{body}`; several are alternatives
    #[arg(value_name = "TEMPLATE")]
    message, "message" => Top "message";
    /// Where a digest of the body stands that is signed in its place: `sha256:header:x-digest`
    #[arg(value_name = "PLACE")]
    digest, "digest" => Top "digest";
    /// Which form of the body is signed: raw, or json for what JSON.stringify writes
    #[arg(value_name = "FORM")]
    body, "body" => Top "body";
    /// How the secret becomes a key: utf8, hex, base64
    #[arg(value_name = "FORM")]
    key, "key" => Top "key";
    /// What is taken off the secret first: `whsec_`
    #[arg(value_name = "TEXT")]
    key_prefix, "key-prefix" => Top "key_prefix";
    /// What is made of the key's bytes: sha256, ..
    #[arg(value_name = "DIGEST")]
    derive, "derive" => Top "derive";
    /// The header that carries the timestamp
    #[arg(value_name = "NAME")]
    timestamp_header, "timestamp-header" => Timestamp "header";
    /// The JSON pointer to the timestamp
    #[arg(value_name = "POINTER")]
    timestamp_json, "timestamp-json" => Timestamp "json";
    /// The parameter of the query that carries the timestamp
    #[arg(value_name = "NAME")]
    timestamp_query, "timestamp-query" => Timestamp "query";
    /// The field of the form that carries the timestamp
    #[arg(value_name = "NAME")]
    timestamp_form, "timestamp-form" => Timestamp "form";
    /// The timestamp's unit: seconds, milliseconds, rfc3339, http-date, auto
    #[arg(value_name = "UNIT")]
    timestamp_unit, "timestamp-unit" => Timestamp "unit";
    /// How far it may be from now: `5m`
    #[arg(value_name = "DURATION")]
    timestamp_tolerance, "timestamp-tolerance" => Timestamp "tolerance";
    /// Where the delivery's id stands: `/id`, `header:x-delivery`
    #[arg(value_name = "PLACE")]
    id, "id" => Top "id";
    /// Where the event's name stands: `/type`, `header:x-event`
    #[arg(value_name = "PLACE")]
    event, "event" => Top "event";
    /// Where the payload stands: `/data`
    #[arg(value_name = "POINTER")]
    payload, "payload" => Top "payload";
    /// The one status that acknowledges a delivery; any 2xx unless it is said
    #[arg(value_name = "STATUS")]
    ack, "ack" => Top "ack";
    /// The text of an acknowledgement: `OK`
    #[arg(value_name = "TEMPLATE")]
    ack_body, "ack-body" => Top "ack_body";
    /// A header of an acknowledgement: `x-client-id={header:x-client-id}`
    #[arg(value_name = "NAME=TEMPLATE")]
    ack_header, "ack-header" => Top "ack_header";
    /// How long the sender tries again: `3d`
    #[arg(value_name = "DURATION")]
    retries, "retries" => Top "retries";
    /// An address that deliveries come from
    #[arg(value_name = "ADDRESS")]
    source, "source" => Top "sources";
    /// Why a weak algorithm is used
    #[arg(value_name = "REASON")]
    weak, "weak" => Top "weak";
    /// Why the body is not covered by the signature
    #[arg(value_name = "REASON")]
    unsigned, "unsigned" => Top "unsigned";
}

impl Keys {
    /// Whether nothing was said.
    pub(super) fn is_empty(&self) -> bool {
        self.each().all(|(_, values, _)| values.is_empty())
    }

    /// What was said, with the option as the place of each key.
    pub(super) fn declaration(&self, name: &str) -> Options {
        let text = |value: &str, span| Spanned { span, value: value.to_owned() };
        let mut declaration = Declaration {
            name: Some(text(name, "NAME")),
            algo: Some(text("sha256", "--algo")),
            ..Declaration::default()
        };
        for (flag, values, place) in self.each().filter(|(_, values, _)| !values.is_empty()) {
            let slot = match place {
                Place::Top(key) => declaration.slot(key),
                Place::Timestamp(key) => declaration
                    .timestamp
                    .get_or_insert_with(|| TimestampKeys::new("--timestamp-unit"))
                    .slot(key),
            };
            fill(slot, values, flag);
        }
        declaration
    }
}

/// Puts what was given into its place.
pub(super) fn fill(slot: Option<Slot<'_, &'static str>>, values: &[String], flag: &'static str) {
    let text = |value: &String| Spanned { span: flag, value: value.clone() };
    match slot {
        Some(Slot::Text(slot)) => *slot = values.last().map(text),
        Some(Slot::Texts(slot) | Slot::List(slot)) => slot.extend(values.iter().map(text)),
        Some(Slot::Number(slot)) => {
            // What is no number is outside of every range that is checked.
            let number = values.last().map(|value| value.parse().unwrap_or(u64::MAX));
            *slot = number.map(|value| Spanned { span: flag, value });
        }
        Some(
            Slot::Timestamp(_)
            | Slot::Handshakes(_)
            | Slot::Token(_)
            | Slot::Fetch(_)
            | Slot::Ways(_),
        )
        | None => {}
    }
}
