//! How the value of a key is read from its text and written back, where that is all there is to it.
//!
//! Each module has `read`, which is given the name of the key, and `write`, its inverse.

use super::{
    ack,
    check::unknown_word,
    duration::{parse_duration, write_duration},
    place::{Place, Pointer, Source, write_place, write_pointer},
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

    /// An address, or a range of them: `203.0.113.0/24`.
    pub(crate) fn read(_: &str, text: &str) -> Result<String, String> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address
            .parse()
            .map_err(|_| format!("`{text}` is not an IP address, as in `203.0.113.7`"))?;
        let Some(prefix) = prefix else { return Ok(address.to_string()) };
        let (bits, most) = match address {
            IpAddr::V4(address) => (u128::from(address.to_bits()) << 96, 32),
            IpAddr::V6(address) => (address.to_bits(), 128),
        };
        let is_plain = prefix.bytes().all(|byte| byte.is_ascii_digit());
        let length = prefix.parse::<u32>().ok().filter(|length| is_plain && *length <= most);
        let length = length.ok_or_else(|| {
            format!("the prefix of `{text}` must be a number of bits from 0 to {most}")
        })?;
        if bits.checked_shl(length).unwrap_or(0) != 0 {
            return Err(format!(
                "`{text}` has bits set after its prefix: name the first address of the range"
            ));
        }
        Ok(format!("{address}/{length}"))
    }
}

pub(crate) mod evidence {
    use super::{Evidence, Store, unknown_word};

    pub(crate) fn read(_: &str, word: &str) -> Result<Evidence, String> {
        Evidence::from_word(word).ok_or_else(|| unknown_word("evidence", word, Evidence::WORDS))
    }

    #[allow(
        clippy::extra_unused_type_parameters,
        clippy::trivially_copy_pass_by_ref,
        reason = "as the others"
    )]
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

    #[allow(
        clippy::extra_unused_type_parameters,
        clippy::trivially_copy_pass_by_ref,
        reason = "as the others"
    )]
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
    use super::{Owned, Pointer, Store, write_pointer};

    pub(crate) fn read(_: &str, text: &str) -> Result<Pointer<Owned>, String> {
        Pointer::parse_plain(text)
    }

    pub(crate) fn write<O: Store>(pointer: &Pointer<O>) -> String {
        write_pointer(pointer)
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

    #[allow(clippy::extra_unused_type_parameters, reason = "as the others")]
    pub(crate) fn write<O: Store>(duration: &Duration) -> String {
        write_duration(*duration)
    }
}

#[cfg(test)]
mod tests {
    use super::address::read;

    #[test]
    fn addresses_and_ranges() {
        for (text, kept) in [
            ("203.0.113.7", "203.0.113.7"),
            ("203.0.113.0/24", "203.0.113.0/24"),
            ("203.0.113.7/32", "203.0.113.7/32"),
            ("0.0.0.0/0", "0.0.0.0/0"),
            ("2001:DB8::/32", "2001:db8::/32"),
            ("2001:db8::1/128", "2001:db8::1/128"),
        ] {
            assert_eq!(read("source_ips", text).as_deref(), Ok(kept));
        }
        for (text, why) in [
            ("203.0.113/24", "is not an IP address"),
            ("203.0.113.0/33", "must be a number of bits from 0 to 32"),
            ("2001:db8::/129", "must be a number of bits from 0 to 128"),
            ("203.0.113.0/", "must be a number of bits"),
            ("203.0.113.0/+8", "must be a number of bits"),
            ("203.0.113.7/24", "has bits set after its prefix"),
            ("2001:db8::1/127", "has bits set after its prefix"),
            ("128.0.0.0/0", "has bits set after its prefix"),
        ] {
            assert!(read("source_ips", text).is_err_and(|said| said.contains(why)), "{text}");
        }
    }
}
