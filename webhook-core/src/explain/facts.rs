//! What else can be seen of a delivery.

use base64ct::{Base64, Encoding as _};
use http::header;

use super::{Fact, Verdict, json_form, trial::Attempt};
use crate::{
    grammar::{AlgorithmKind, Encoding, FormatPart},
    place::Draft,
    rejection::Rejection,
    scheme::{Part, Source},
    verify::take_apart,
};

const REPLACEMENT: &[u8] = "\u{fffd}".as_bytes();

/// What names of headers with signatures have in them.
const TELLING: [&str; 4] = ["signature", "hmac", "-sign", "-token"];

pub(super) fn of(verdict: &Verdict, as_it_is: &Attempt) -> Vec<Fact> {
    let Attempt { scheme, parts, body, .. } = as_it_is;
    let mut facts = Vec::new();
    let value = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let announced = value(header::CONTENT_LENGTH).and_then(|value| value.parse::<u64>().ok());
    let arrived = u64::try_from(body.len()).unwrap_or(u64::MAX);
    if let Some(announced) = announced.filter(|announced| *announced != arrived) {
        facts.push(Fact::Length { announced, arrived });
    }
    let coding = value(header::CONTENT_ENCODING).filter(|coding| *coding != "identity");
    facts.extend(coding.map(|coding| Fact::Compressed { coding: coding.to_owned() }));
    if body.windows(REPLACEMENT.len()).any(|window| window == REPLACEMENT) {
        facts.push(Fact::LostCharacters);
    }
    if json_form::has_sorted_keys(body) {
        facts.push(Fact::SortedKeys);
    }
    if body.is_empty() {
        facts.push(Fact::NoBody);
    }
    let signs_url = |part: &Part| matches!(part, Part::Url(_));
    if as_it_is.url.is_none()
        && scheme.data.message.iter().any(|message| message.iter().any(signs_url))
    {
        facts.push(Fact::NoUrl);
    }
    match verdict {
        Verdict::Refused(Rejection::MissingHeader { .. } | Rejection::MissingSignature) => {
            let names = parts.headers.keys().map(http::HeaderName::as_str);
            let like = names.filter(|name| TELLING.iter().any(|word| name.contains(word)));
            let headers: Vec<String> = like.map(str::to_owned).collect();
            if !headers.is_empty() {
                facts.push(Fact::SignatureLike { headers });
            }
        }
        Verdict::Refused(Rejection::MalformedHeader { .. } | Rejection::MalformedSignature) => {
            facts.extend(length_of_signature(as_it_is));
        }
        _ => {}
    }
    facts
}

fn length_of_signature(as_it_is: &Attempt) -> Option<Fact> {
    let Attempt { scheme, own, .. } = as_it_is;
    if !matches!(own.algorithm.kind(), AlgorithmKind::Hmac | AlgorithmKind::Hash) {
        return None;
    }
    let place =
        scheme.data.signature.or(scheme.data.headers.first().copied().map(Source::Header))?;
    let draft = Draft { parts: as_it_is.parts.clone(), body: as_it_is.body.clone() };
    let value = draft.read(place)?;
    let mut bytes = None;
    take_apart(&own.format, value.as_bytes(), |part, text| {
        if part == FormatPart::Signature && bytes.is_none() {
            let text = std::str::from_utf8(text).unwrap_or_default();
            let decoded = match own.encoding {
                Encoding::Hex | Encoding::HexUpper => hex::decode(text).ok(),
                Encoding::Base64 => Base64::decode_vec(text).ok(),
                _ => None,
            };
            bytes = decoded.map(|decoded| decoded.len());
        }
    });
    let expected = own.algorithm.signature_len();
    let bytes = bytes.filter(|bytes| *bytes != expected)?;
    Some(Fact::SignatureLength { bytes, expected })
}
