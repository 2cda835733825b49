//! Whether what a handler repeats of its provider's declaration is what the declaration says.

use super::{
    Declared,
    text::{Text, contains, equal, equal_ignoring_case},
};
use crate::scheme::TimestampPlace;

const REMEDY: &str = "; write that, or leave the key out, or declare a provider of your own with `#[derive(Provider)]`";

impl Declared {
    /// The signature stands in this header, written in lower case.
    #[track_caller]
    pub const fn header(self, given: &str) {
        if !contains(self.scheme.headers, given) {
            self.begin(" carries its signature in ")
                .list(self.scheme.headers, " or ")
                .push(", not in ")
                .code(given)
                .push(REMEDY)
                .fail();
        }
    }

    /// Deliveries are signed with this algorithm.
    #[track_caller]
    pub const fn algo(self, given: &str) {
        self.same(" signs with ", self.scheme.algorithm.word(), given);
    }

    /// Signatures have this text form.
    #[track_caller]
    pub const fn encoding(self, given: &str) {
        self.same(" writes signatures as ", self.scheme.encoding.word(), given);
    }

    /// The header's value is built like this.
    #[track_caller]
    pub const fn format(self, given: &str) {
        self.same(" builds the header's value as ", self.scheme.written.format, given);
    }

    /// This is signed.
    #[track_caller]
    pub const fn message(self, given: &str) {
        let written = self.scheme.written.message;
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
        self.same(" signs the form of the body ", self.scheme.body.word(), given);
    }

    /// The secret becomes a key in this way.
    #[track_caller]
    pub const fn key(self, given: &str) {
        self.same(" reads secrets as ", self.scheme.key.word(), given);
    }

    /// This is taken off a secret.
    #[track_caller]
    pub const fn key_prefix(self, given: &str) {
        if self.scheme.key_prefix.is_empty() && !given.is_empty() {
            self.begin(" takes nothing off a secret: remove `key_prefix`").fail();
        }
        self.same(" begins secrets with ", self.scheme.key_prefix, given);
    }

    /// The timestamp stands in this header.
    #[track_caller]
    pub const fn timestamp_header(self, given: &str) {
        let lower = match self.scheme.timestamp {
            Some(timestamp) => match timestamp.place {
                TimestampPlace::Header(name) => name,
                TimestampPlace::Format => {
                    self.begin(" carries its timestamp in the signature's header, not in one of its own: remove `header`").fail()
                }
                TimestampPlace::Json(_) | TimestampPlace::Form(_) => {
                    self.begin(" carries its timestamp in the body, not in a header: remove `header`").fail()
                }
                TimestampPlace::Query(_) => {
                    self.begin(" carries its timestamp in the query, not in a header: remove `header`").fail()
                }
            },
            None => self.no_timestamp(),
        };
        if !equal_ignoring_case(lower, given) {
            self.same(" carries its timestamp in ", lower, given);
        }
    }

    /// The timestamp stands in the body.
    #[track_caller]
    pub const fn timestamp_json(self, _given: &str) {
        match self.scheme.timestamp {
            Some(timestamp) => {
                if !matches!(timestamp.place, TimestampPlace::Json(_)) {
                    self.begin(" carries its timestamp in a header, not in the body")
                        .push(REMEDY)
                        .fail();
                }
            }
            None => self.no_timestamp(),
        }
    }

    /// The timestamp is in this unit.
    #[track_caller]
    pub const fn timestamp_unit(self, given: &str) {
        match self.scheme.timestamp {
            Some(timestamp) => self.same(" counts its timestamp in ", timestamp.unit.word(), given),
            None => self.no_timestamp(),
        }
    }

    /// Deliveries may be this many seconds old.
    #[track_caller]
    pub const fn tolerance(self, given: u64) {
        let tolerance = match self.scheme.timestamp {
            Some(timestamp) => match timestamp.tolerance {
                Some(tolerance) => tolerance.as_secs(),
                None => self.begin(" limits no delivery's age: remove `tolerance`").fail(),
            },
            None => self.no_timestamp(),
        };
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
        match self.scheme.ack {
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
        match self.scheme.ack {
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
        Text::new().push("the provider ").code(self.scheme.name).push(says)
    }
}
