//! A declaration that was read while the program runs, as a scheme: data that lives as long as it.

use super::Declared;
use crate::{
    grammar::{
        self, Checked, CheckedClaim, CheckedFetch, CheckedHandshake, CheckedToken, CheckedWay,
        Declaration, pointer_segments,
    },
    scheme::{
        Format, Handshake, Part, Piece, Pointer, Scheme, Source, TimestampPlace, Way, Written,
        keys::{DocumentForm, FetchedKeys, KeyId},
        token::{ClaimDigest, DigestClaim, DigestText, TokenAlgorithm, TokenScheme},
    },
};

/// The scheme that a declaration says, its memory never given back.
pub(super) fn declared<S>(checked: &Checked, keys: &Declaration<S>, events: &[String]) -> Declared {
    let texts: Vec<&str> = keys.message.iter().map(|text| text.value.as_str()).collect();
    let mut scheme = Scheme::new(text(&checked.name), checked.algorithm, &[])
        .with_title(text(&checked.title))
        .with_docs(text(&checked.docs))
        .with_encoding(checked.encoding)
        .with_body(checked.body)
        .with_key(checked.key, text(checked.key_prefix.as_deref().unwrap_or_default()))
        .with_alternatives(checked.alternatives)
        .with_or(all(&checked.or, way))
        .with_id(all(&checked.id, |id| parts(id)))
        .with_event(all(&checked.event, |event| parts(event)))
        .with_payload(all(&checked.payload, |payload| pointer(payload)))
        .with_sources(all(&checked.sources, |address| text(&address.to_string())))
        .with_handshake(all(&checked.handshake, handshake));
    scheme.evidence = checked.evidence;
    scheme.headers = all(&checked.headers, |header| text(header));
    scheme.signature = checked.signature.as_ref().map(source);
    scheme.digest = checked.digest.as_ref().map(|(digest, at)| (*digest, source(at)));
    scheme.token = checked.token.as_ref().map(|said| token(checked, said));
    scheme.evidence = checked.evidence;
    scheme.derive = checked.derive;
    scheme.ack = checked.ack;
    scheme.ack_body = parts(&checked.ack_body);
    scheme.ack_header = all(&checked.ack_header, answer_header);
    scheme.retries = checked.retries;
    scheme.keys = checked.keys.as_ref().map(fetch);
    scheme.weak = checked.weak.as_deref().map(text);
    scheme.unsigned = checked.unsigned.as_deref().map(text);
    scheme.format = format(&checked.format);
    // Without a message of its own, a scheme signs the body, or nothing at all.
    scheme.message = all(&checked.message, |message| parts(message));
    scheme.written = Written {
        format: match (&keys.format, checked.algorithm) {
            (Some(format), _) => text(&format.value),
            (None, grammar::Algorithm::Basic) => "Basic {signature}",
            (None, _) => "{signature}",
        },
        message: match (texts.as_slice(), scheme.message) {
            ([], [_, ..]) => &["{body}"],
            (texts, _) => all(texts, |message| text(message)),
        },
    };
    scheme.timestamp = checked.timestamp.as_ref().map(|timestamp| crate::scheme::Timestamp {
        place: match &timestamp.place {
            grammar::TimestampPlace::Header(name) => TimestampPlace::Header(text(name)),
            grammar::TimestampPlace::Format => TimestampPlace::Format,
            grammar::TimestampPlace::Json(at) => TimestampPlace::Json(pointer(at)),
            grammar::TimestampPlace::Query(name) => TimestampPlace::Query(text(name)),
            grammar::TimestampPlace::Form(name) => TimestampPlace::Form(text(name)),
        },
        unit: timestamp.unit,
        tolerance: timestamp.tolerance,
    });
    Declared { scheme: Box::leak(Box::new(scheme)), events: all(events, |event| text(event)) }
}

fn text(text: &str) -> &'static str {
    if text.is_empty() { "" } else { Box::leak(Box::from(text)) }
}

fn all<T, U>(from: &[T], make: impl FnMut(&T) -> U) -> &'static [U] {
    Vec::leak(from.iter().map(make).collect())
}

fn format(format: &grammar::Format) -> Format {
    let ascii = |separator: char| u8::try_from(separator).unwrap_or(b',');
    match format {
        grammar::Format::Whole { prefix, suffix } => {
            Format::Whole { prefix: text(prefix), suffix: text(suffix) }
        }
        grammar::Format::List { separator, items } => Format::List {
            // The grammar takes no separator but an ASCII character.
            separator: ascii(*separator),
            items: all(items, |item| (text(&item.prefix), item.part)),
        },
        grammar::Format::Sequence { separator, pieces } => Format::Sequence {
            separator: separator.map(ascii),
            pieces: all(pieces, |piece| match piece {
                grammar::FormatPiece::Text(literal) => Piece::Text(text(literal)),
                grammar::FormatPiece::Any => Piece::Any,
                grammar::FormatPiece::Part(part) => Piece::Part(*part),
            }),
        },
    }
}

fn way(way: &CheckedWay) -> Way {
    Way {
        algorithm: way.algorithm,
        encoding: way.encoding,
        format: format(&way.format),
        key: way.key,
        key_prefix: text(&way.key_prefix),
        derive: way.derive,
        when: way.when.as_ref().map(condition),
    }
}

fn token(checked: &Checked, said: &CheckedToken) -> &'static TokenScheme {
    let ways: Vec<grammar::Algorithm> = std::iter::once(checked.algorithm)
        .chain(checked.or.iter().map(|way| way.algorithm))
        .collect();
    let algorithms: Vec<TokenAlgorithm> =
        ways.iter().filter_map(|algorithm| TokenAlgorithm::of(*algorithm)).collect();
    let mut token = TokenScheme::new(Vec::leak(algorithms))
        .with_content(said.content)
        .with_owner(all(&said.owner, |claim| text(claim)))
        .with_digests(all(&said.digests, claim));
    token.issuer = said.issuer.as_deref().map(text);
    token.audience = said.audience.as_deref().map(text);
    token.leeway = said.leeway.unwrap_or(token.leeway);
    token.max_age = said.max_age;
    token.requires_expiry = said.requires_expiry;
    token.unsigned = checked.unsigned.as_deref().map(text);
    Box::leak(Box::new(token))
}

fn fetch(said: &CheckedFetch) -> &'static FetchedKeys {
    Box::leak(Box::new(FetchedKeys {
        id: said.id.as_ref().map(|id| match id {
            grammar::KeyId::Token => KeyId::Token,
            grammar::KeyId::At(at) => KeyId::At(source(at)),
        }),
        url: said.url.as_deref().map(text),
        hosts: all(&said.hosts, |host| text(host)),
        form: match &said.form {
            grammar::KeyDocument::KeySet => DocumentForm::KeySet,
            grammar::KeyDocument::Key => DocumentForm::Key,
            grammar::KeyDocument::JsonKey(at) => DocumentForm::JsonKey(pointer(at)),
            grammar::KeyDocument::JsonWebKey(at) => DocumentForm::JsonWebKey(pointer(at)),
        },
    }))
}

fn claim(claim: &CheckedClaim) -> DigestClaim {
    let digest = if claim.is_sha512() { ClaimDigest::Sha512 } else { ClaimDigest::Sha256 };
    let form = match () {
        () if claim.is_base64() => DigestText::Base64,
        () if claim.is_base64url() => DigestText::Base64Url,
        () => DigestText::Hex,
    };
    let name = text(&claim.name);
    let made = if claim.of_url {
        DigestClaim::of_url(name, digest, form)
    } else {
        DigestClaim::of_body(name, digest, form)
    };
    if claim.optional { made.optional_if_empty() } else { made }
}

fn condition((at, value): &(grammar::Source, Option<String>)) -> (Source, Option<&'static str>) {
    (source(at), value.as_deref().map(text))
}

fn answer_header((name, value): &(String, Vec<grammar::Part>)) -> (&'static str, &'static [Part]) {
    (text(name), parts(value))
}

fn handshake(handshake: &CheckedHandshake) -> Handshake {
    Handshake {
        method: handshake.method,
        when: all(&handshake.when, condition),
        challenge: handshake.challenge.as_ref().map(source),
        token: handshake.token.as_ref().map(source),
        answer: parts(&handshake.answer),
        header: all(&handshake.header, answer_header),
        proof: handshake.proof.as_ref().map(|(digest, of)| (*digest, parts(of))),
        status: handshake.status,
        refusal: handshake.refusal,
        signed: handshake.signed,
    }
}

fn source(source: &grammar::Source) -> Source {
    match source {
        grammar::Source::Header(name) => Source::Header(text(name)),
        grammar::Source::Query(name) => Source::Query(text(name)),
        grammar::Source::Form(name) => Source::Form(text(name)),
        grammar::Source::Json(at) => Source::Json(pointer(at)),
        grammar::Source::HeaderJson(name, at) => Source::HeaderJson(text(name), pointer(at)),
        grammar::Source::Body => Source::Body,
    }
}

fn pointer(pointer: &str) -> Pointer {
    // The grammar has read this pointer before.
    Pointer(all(&pointer_segments(pointer).unwrap_or_default(), |segment| text(segment)))
}

fn parts(parts: &[grammar::Part]) -> &'static [Part] {
    all(parts, part)
}

fn part(written: &grammar::Part) -> Part {
    match written {
        grammar::Part::Text(literal) => Part::Text(text(literal)),
        // Only a format has them: the grammar refuses them elsewhere.
        grammar::Part::Signature | grammar::Part::Any => Part::Text(""),
        grammar::Part::Timestamp => Part::Timestamp,
        grammar::Part::Id => Part::Id,
        grammar::Part::Event => Part::Event,
        grammar::Part::Body => Part::Body,
        grammar::Part::Digest(digest) => Part::Digest(*digest),
        grammar::Part::Crc32 => Part::Crc32,
        grammar::Part::Method => Part::Method,
        grammar::Part::Path => Part::Path,
        grammar::Part::Query => Part::Query,
        grammar::Part::Header(name) => Part::Header(text(name)),
        grammar::Part::Json(at) => Part::Json(pointer(at)),
        grammar::Part::Parameter(name) => Part::Parameter(text(name)),
        grammar::Part::Field(name) => Part::Field(text(name)),
        grammar::Part::SortedForm => Part::SortedForm,
        grammar::Part::SortedQuery => Part::SortedQuery,
        grammar::Part::Url(form) => Part::Url(*form),
        grammar::Part::Secret => Part::Secret,
        grammar::Part::Challenge => Part::Challenge,
        grammar::Part::Proof => Part::Proof,
        grammar::Part::Token => Part::Token,
        grammar::Part::Optional(inner) => Part::Optional(Box::leak(Box::new(part(inner)))),
    }
}
