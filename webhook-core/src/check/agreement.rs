//! Whether what a handler repeats of its provider's declaration is what the declaration says.

use super::{
    Declared,
    text::{Text, contains, equal},
};
use crate::scheme::{Digest, Format, Source, TimestampPlace};

const REMEDY: &str = "; write that, or leave the key out, or declare a provider of your own with `#[derive(Provider)]`";

impl Declared {
    /// The signature stands in this header, written in lower case.
    #[track_caller]
    pub const fn header(self, given: &'static str) {
        self.signature(Source::Header(given));
    }

    /// The signature stands in this place; the name of a header is in lower case.
    #[track_caller]
    pub const fn signature(self, given: Source) {
        let declared = self.begin(" carries its signature in ");
        let declared = match self.scheme.data.signature {
            Some(source) if same_place(source, given) => return,
            Some(source) => declared.source(source),
            None => match given {
                Source::Header(name) if contains(self.scheme.data.headers, name) => return,
                _ => declared.push("the header ").list(self.scheme.data.headers, " or "),
            },
        };
        declared.push(", not in ").source(given).push(REMEDY).fail();
    }

    /// Deliveries are signed with this algorithm, or may be.
    #[track_caller]
    pub const fn algo(self, given: &str) {
        let ways = self.scheme.data.alternatives;
        let mut signs = self.begin(" signs with ").code(self.scheme.data.algorithm.as_str());
        let mut agrees = equal(self.scheme.data.algorithm.as_str(), given);
        let mut index = 0;
        while index < ways.len() {
            let word = ways[index].algorithm.as_str();
            agrees = agrees || equal(word, given);
            signs = signs.push(" or ").code(word);
            index += 1;
        }
        if !agrees {
            signs.push(", not ").code(given).push(REMEDY).fail();
        }
    }

    /// Signatures have this text form.
    #[track_caller]
    pub const fn encoding(self, given: &str) {
        self.same(" writes signatures as ", self.scheme.data.encoding.as_str(), given);
    }

    /// The header's value is built like this.
    #[track_caller]
    pub const fn format(self, given: &str) {
        self.same(" builds the header's value as ", self.scheme.data.format_text, given);
    }

    /// This stands between the elements of the header's value.
    #[track_caller]
    pub const fn separator(self, given: &str) {
        let separator = match self.scheme.data.format {
            Format::List { separator, .. } => Some(separator),
            Format::Sequence { separator, .. } => separator,
            Format::Whole { .. } => None,
        };
        match separator {
            None => self.begin(" sends no list as the header's value: remove `separator`").fail(),
            Some(separator) => {
                let declared = [separator];
                let declared = match core::str::from_utf8(&declared) {
                    Ok(declared) => declared,
                    Err(_) => "",
                };
                self.same(" separates the elements of the header's value by ", declared, given);
            }
        }
    }

    /// Such a digest of the body stands in this place.
    #[track_caller]
    pub const fn digest(self, given: Digest, at: Source) {
        let Some((digest, source)) = self.scheme.data.digest else {
            self.begin(" sends no digest of the body: remove `digest`").fail()
        };
        if !equal(digest.as_str(), given.as_str()) || !same_place(source, at) {
            self.begin(" sends a ")
                .code(digest.as_str())
                .push(" of the body in ")
                .source(source)
                .push(", not a ")
                .code(given.as_str())
                .push(" in ")
                .source(at)
                .push(REMEDY)
                .fail();
        }
    }

    /// This is signed.
    #[track_caller]
    pub const fn message(self, given: &str) {
        let written = self.scheme.data.message_texts;
        if !contains(written, given) {
            self.begin(" signs ")
                .list(written, " or ")
                .push(", not ")
                .code(given)
                .push(REMEDY)
                .fail();
        }
    }

    /// This form of the body is signed.
    #[track_caller]
    pub const fn body(self, given: &str) {
        self.same(" signs the form of the body ", self.scheme.data.body.as_str(), given);
    }

    /// The secret becomes a key in this way.
    #[track_caller]
    pub const fn secret_encoding(self, given: &str) {
        self.same(" reads secrets as ", self.scheme.data.secret_encoding.as_str(), given);
    }

    /// This is taken off a secret.
    #[track_caller]
    pub const fn secret_prefix(self, given: &str) {
        if self.scheme.data.secret_prefix.is_empty() && !given.is_empty() {
            self.begin(" takes nothing off a secret: remove `secret_prefix`").fail();
        }
        self.same(" begins secrets with ", self.scheme.data.secret_prefix, given);
    }

    /// This is made of a secret's bytes.
    #[track_caller]
    pub const fn key_derivation(self, given: &str) {
        match self.scheme.data.key_derivation {
            Some(derive) => self.same(" makes of a secret's bytes their ", derive.as_str(), given),
            None => {
                self.begin(" takes a secret's bytes as they are: remove `key_derivation`").fail()
            }
        }
    }

    /// The timestamp stands in this place; the name of a header is in lower case.
    #[track_caller]
    pub const fn timestamp_at(self, given: Source) {
        let declared = match self.scheme.data.timestamp {
            Some(timestamp) => match timestamp.place {
                TimestampPlace::Header(name) => Source::Header(name),
                TimestampPlace::Json(pointer) => Source::Json(pointer),
                TimestampPlace::Query(name) => Source::Query(name),
                TimestampPlace::Form(name) => Source::Form(name),
                TimestampPlace::Format => {
                    self.begin(" carries its timestamp beside the signature, as its `format` says, not in ")
                        .source(given)
                        .push(REMEDY)
                        .fail()
                }
            },
            None => self.no_timestamp(),
        };
        if !same_place(declared, given) {
            self.begin(" carries its timestamp in ")
                .source(declared)
                .push(", not in ")
                .source(given)
                .push(REMEDY)
                .fail();
        }
    }

    /// The timestamp is in this unit.
    #[track_caller]
    pub const fn timestamp_unit(self, given: &str) {
        match self.scheme.data.timestamp {
            Some(timestamp) => {
                self.same(" counts its timestamp in ", timestamp.unit.as_str(), given);
            }
            None => self.no_timestamp(),
        }
    }

    /// Retries carry this time.
    #[track_caller]
    pub const fn timestamp_on_retry(self, given: &str) {
        match self.scheme.data.timestamp {
            Some(timestamp) => {
                self.same(" retries with a time that is ", timestamp.on_retry.as_str(), given);
            }
            None => self.no_timestamp(),
        }
    }

    /// Deliveries may be this many seconds old; 0 where their age is not compared.
    #[track_caller]
    pub const fn tolerance(self, given: u64) {
        let tolerance = match self.scheme.data.timestamp {
            Some(timestamp) => match timestamp.tolerance {
                Some(tolerance) => tolerance.as_secs(),
                None if given == 0 => return,
                None => self.begin(" limits no delivery's age: remove `tolerance`").fail(),
            },
            None => self.no_timestamp(),
        };
        if given == 0 {
            self.begin(" accepts deliveries of at most ")
                .number(tolerance)
                .push(" seconds of age, not of any age")
                .push(REMEDY)
                .fail();
        }
        if tolerance != given {
            self.begin(" accepts deliveries of at most ")
                .number(tolerance)
                .push(" seconds of age, not ")
                .number(given)
                .push(REMEDY)
                .fail();
        }
    }

    /// This status acknowledges a delivery.
    #[track_caller]
    pub const fn ack(self, given: u16) {
        match self.scheme.data.ack {
            Some(ack) if ack != given => self
                .begin(" is acknowledged with ")
                .number(ack as u64)
                .push(", not with ")
                .number(given as u64)
                .push(REMEDY)
                .fail(),
            Some(_) => {}
            None => self
                .begin(" takes any status from 200 to 299 for an acknowledgement: remove `ack`, and return `AckWith<")
                .number(given as u64)
                .push(">` to send this one")
                .fail(),
        }
    }

    /// The status that a handler's answer fixes, if it does, acknowledges a delivery.
    #[track_caller]
    pub const fn acknowledges(self, status: Option<u16>) {
        let Some(status) = status else { return };
        if self.scheme.acknowledges(status) {
            return;
        }
        match self.scheme.data.ack {
            Some(ack) => self
                .begin(" takes only ")
                .number(ack as u64)
                .push(" for an acknowledgement, and would send every delivery again after ")
                .number(status as u64)
                .push(": return `Ack`")
                .fail(),
            None => Text::new()
                .number(status as u64)
                .push(" acknowledges nothing: a status from 200 to 299 does, or return `Ack`")
                .fail(),
        }
    }

    #[track_caller]
    const fn same(self, says: &str, declared: &str, given: &str) {
        if !equal(declared, given) {
            self.begin(says).code(declared).push(", not ").code(given).push(REMEDY).fail();
        }
    }

    #[track_caller]
    const fn no_timestamp(self) -> ! {
        self.begin(" declares no timestamp: remove `timestamp(..)`").fail()
    }

    const fn begin(self, says: &str) -> Text {
        Text::new().push("the provider ").code(self.scheme.data.name).push(says)
    }
}

/// `left == right`, which is not `const` yet.
const fn same_place(left: Source, right: Source) -> bool {
    match (left, right) {
        (Source::Header(left), Source::Header(right))
        | (Source::Query(left), Source::Query(right))
        | (Source::Form(left), Source::Form(right)) => equal(left, right),
        (Source::Json(left), Source::Json(right)) => {
            let mut index = 0;
            while index < left.0.len() && index < right.0.len() {
                if !equal(left.0[index], right.0[index]) {
                    return false;
                }
                index += 1;
            }
            left.0.len() == right.0.len()
        }
        _ => false,
    }
}
