//! How the value of a key is read from its text and written back, where that is all there is to it.
//!
//! Each module has `read`, which is given the name of the key, and `write`, its inverse.

use super::{
    ack,
    check::unknown_word,
    duration::{parse_duration, write_duration},
    place::{Place, Pointer, Source, write_place},
    problem::Spanned,
    store::{Owned, Store},
    template::{Part, Use},
    words::{Derivation, Digest, Evidence},
};

/// A text that nobody wrote.
pub(crate) fn said(value: impl Into<String>) -> Spanned<(), String> {
    Spanned { span: (), value: value.into() }
}

pub(crate) mod text {
    use super::Store;

    #[allow(clippy::unnecessary_wraps, reason = "as the others")]
    pub(crate) fn read(_: &str, text: &str) -> Result<String, String> {
        Ok(text.to_owned())
    }

    pub(crate) fn write<O: Store>(text: &O::Text) -> String {
        text.to_string()
    }
}

pub(crate) mod display_name {
    pub(crate) use super::text::write;

    pub(crate) fn read(key: &str, text: &str) -> Result<String, String> {
        if text.trim().is_empty() {
            return Err(format!(
                "`{key}` is blank: write what the provider calls itself, or remove `{key}`"
            ));
        }
        Ok(text.to_owned())
    }
}

pub(crate) mod reason {
    pub(crate) use super::text::write;

    pub(crate) fn read(key: &str, text: &str) -> Result<String, String> {
        if text.trim().is_empty() {
            return Err(format!("`{key}` needs a reason: say why, in words"));
        }
        Ok(text.to_owned())
    }
}

pub(crate) mod address {
    use std::net::IpAddr;

    pub(crate) use super::text::write;

    pub(crate) fn read(_: &str, text: &str) -> Result<String, String> {
        text.parse::<IpAddr>()
            .map(|address| address.to_string())
            .map_err(|_| format!("`{text}` is not an IP address, as in `203.0.113.7`"))
    }
}

pub(crate) mod evidence {
    use super::{Evidence, Store, unknown_word};

    pub(crate) fn read(_: &str, word: &str) -> Result<Evidence, String> {
        Evidence::from_word(word).ok_or_else(|| unknown_word("evidence", word, Evidence::WORDS))
    }

    pub(crate) fn write<O: Store>(evidence: &Evidence) -> String {
        evidence.as_str().to_owned()
    }
}

pub(crate) mod key_derivation {
    use super::{Derivation, Store, unknown_word};

    pub(crate) fn read(_: &str, word: &str) -> Result<Derivation, String> {
        Derivation::from_word(word)
            .ok_or_else(|| unknown_word("derivation", word, Derivation::WORDS))
    }

    pub(crate) fn write<O: Store>(derivation: &Derivation) -> String {
        derivation.as_str().to_owned()
    }
}

pub(crate) mod digest {
    use super::{Digest, Owned, Source, Store, unknown_word};

    pub(crate) fn read(_: &str, text: &str) -> Result<(Digest, Source<Owned>), String> {
        let (digest, source) = text.split_once(':').unwrap_or((text, ""));
        let digest = Digest::from_word(digest)
            .ok_or_else(|| unknown_word("digest", digest, Digest::WORDS))?;
        match Source::parse(source)? {
            Source::Form(_) | Source::Json(_) => Err(format!(
                "`{source}` is part of the body: its digest must be in a header or in the query"
            )),
            source => Ok((digest, source)),
        }
    }

    pub(crate) fn write<O: Store>((digest, source): &(Digest, Source<O>)) -> String {
        format!("{}:{source}", digest.as_str())
    }
}

pub(crate) mod id {
    use super::{Owned, Part, Place, Store, Use, write_place};

    pub(crate) fn read(_: &str, text: &str) -> Result<Vec<Part<Owned>>, String> {
        Place::parse(text, Use::Id).map(Place::into_parts)
    }

    pub(crate) fn write<O: Store>(parts: &O::List<Part<O>>) -> String {
        write_place(parts)
    }
}

pub(crate) mod event_type {
    pub(crate) use super::id::write;
    use super::{Owned, Part, Place, Use};

    pub(crate) fn read(_: &str, text: &str) -> Result<Vec<Part<Owned>>, String> {
        Place::parse(text, Use::EventType).map(Place::into_parts)
    }
}

pub(crate) mod pointer {
    use super::{Owned, Pointer, Store};

    pub(crate) fn read(_: &str, text: &str) -> Result<Pointer<Owned>, String> {
        Pointer::parse(text)
    }

    pub(crate) fn write<O: Store>(pointer: &Pointer<O>) -> String {
        pointer.to_string()
    }
}

pub(crate) mod ack_header {
    pub(crate) use super::ack::write_header as write;
    use super::{Owned, Part, Use, ack};

    pub(crate) fn read(_: &str, text: &str) -> Result<(String, Vec<Part<Owned>>), String> {
        ack::answer_header(text, Use::Acknowledgement, None)
    }
}

pub(crate) mod duration {
    use std::time::Duration;

    use super::{Store, parse_duration, write_duration};

    pub(crate) fn read(_: &str, text: &str) -> Result<Duration, String> {
        parse_duration(text)
    }

    pub(crate) fn write<O: Store>(duration: &Duration) -> String {
        write_duration(*duration)
    }
}
