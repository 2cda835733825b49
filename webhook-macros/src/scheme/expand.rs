//! A declaration as a constant: `Scheme::new(..)` and one call a key that was given.

use std::time::Duration;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use crate::grammar::{
    Algorithm, Alternatives, Checked, CheckedFetch, CheckedHandshake, CheckedTimestamp,
    CheckedToken, CheckedWay, Declaration, Encoding, Format, FormatPiece, KeyDocument, KeyId, Part,
    Source, TimestampPlace, TokenContent, pointer_segments,
};

/// Expands to:
///
/// ```text
/// __webhook::Scheme::new("acme", __webhook::Algorithm::HmacSha256, &["x-signature"])
///     .with_docs("https://..")
///     .with_ack(200u16)
/// ```
pub(crate) fn scheme(checked: &Checked, keys: &Declaration<Span>) -> TokenStream {
    let name = &checked.name;
    let algorithm = format_ident!("{}", checked.algorithm.variant());
    let headers = &checked.headers;
    let mut scheme =
        quote!(__webhook::Scheme::new(#name, __webhook::Algorithm::#algorithm, &[#(#headers),*]));
    if keys.title.is_some() {
        let title = &checked.title;
        scheme.extend(quote!(.with_title(#title)));
    }
    if let Some(evidence) = checked.evidence {
        let evidence = format_ident!("{}", evidence.variant());
        scheme.extend(quote!(.with_evidence(__webhook::Evidence::#evidence)));
    }
    if let Some(docs) = &keys.docs {
        let docs = &docs.value;
        scheme.extend(quote!(.with_docs(#docs)));
    }
    if keys.encoding.is_some() || checked.encoding != Encoding::Hex {
        let encoding = format_ident!("{}", checked.encoding.variant());
        scheme.extend(quote!(.with_encoding(__webhook::Encoding::#encoding)));
    }
    if let Some(signature) = &checked.signature {
        let signature = source(signature);
        scheme.extend(quote!(.with_signature(#signature)));
    }
    let basic = checked.algorithm == Algorithm::Basic;
    if keys.format.is_some() || keys.separator.is_some() || basic {
        let default = if basic { "Basic {signature}" } else { "{signature}" };
        let written = keys.format.as_ref().map_or(default, |format| format.value.as_str());
        let format = format(&checked.format);
        scheme.extend(quote!(.with_format(#written, #format)));
    }
    if !keys.message.is_empty() || checked.message.is_empty() {
        let written = keys.message.iter().map(|message| &message.value);
        let message = checked.message.iter().map(|message| parts(message));
        scheme.extend(quote!(.with_message(&[#(#written),*], &[#(#message),*])));
    }
    if checked.alternatives != Alternatives::Any {
        let alternatives = format_ident!("{}", checked.alternatives.variant());
        scheme.extend(quote!(.with_alternatives(__webhook::Alternatives::#alternatives)));
    }
    if let Some((digest, at)) = &checked.digest {
        let digest = format_ident!("{}", digest.variant());
        let at = source(at);
        scheme.extend(quote!(.with_digest(__webhook::Digest::#digest, #at)));
    }
    if keys.body.is_some() {
        let body = format_ident!("{}", checked.body.variant());
        scheme.extend(quote!(.with_body(__webhook::BodyForm::#body)));
    }
    if keys.key.is_some() || keys.key_prefix.is_some() {
        let key = format_ident!("{}", checked.key.variant());
        let prefix = checked.key_prefix.as_deref().unwrap_or_default();
        scheme.extend(quote!(.with_key(__webhook::KeyForm::#key, #prefix)));
    }
    if let Some(derive) = checked.derive {
        let derive = format_ident!("{}", derive.variant());
        scheme.extend(quote!(.with_derive(__webhook::Derivation::#derive)));
    }
    if !checked.or.is_empty() {
        let ways = checked.or.iter().map(way);
        scheme.extend(quote!(.with_or(&[#(#ways),*])));
    }
    if let Some(said) = &checked.token {
        let token = token(checked, said);
        scheme.extend(quote!(.with_token(&#token)));
    }
    if let Some(said) = &checked.keys {
        let keys = fetch(said);
        scheme.extend(quote!(.with_keys(&#keys)));
    }
    if let Some(timestamp) = &checked.timestamp {
        scheme.extend(with_timestamp(timestamp));
    }
    if !checked.id.is_empty() {
        let id = checked.id.iter().map(|id| parts(id));
        scheme.extend(quote!(.with_id(&[#(#id),*])));
    }
    if !checked.event.is_empty() {
        let event = checked.event.iter().map(|event| parts(event));
        scheme.extend(quote!(.with_event(&[#(#event),*])));
    }
    if !checked.payload.is_empty() {
        let payload = checked.payload.iter().map(|payload| pointer(payload));
        scheme.extend(quote!(.with_payload(&[#(#payload),*])));
    }
    scheme.extend(around(checked));
    scheme
}

/// What is said beside the signature: how to answer, and what to beware of.
fn around(checked: &Checked) -> TokenStream {
    let mut scheme = with_ack(checked);
    if let Some(retries) = checked.retries {
        let seconds = retries.as_secs();
        scheme.extend(quote!(.with_retries(#seconds)));
    }
    if !checked.sources.is_empty() {
        let sources = checked.sources.iter().map(ToString::to_string);
        scheme.extend(quote!(.with_sources(&[#(#sources),*])));
    }
    if let Some(why) = &checked.weak {
        scheme.extend(quote!(.with_weak(#why)));
    }
    if let Some(why) = &checked.unsigned {
        scheme.extend(quote!(.with_unsigned(#why)));
    }
    if !checked.handshake.is_empty() {
        let handshakes = checked.handshake.iter().map(handshake);
        scheme.extend(quote!(.with_handshake(&[#(#handshakes),*])));
    }
    scheme
}

/// That the algorithms of a declaration are compiled; nothing for those that always are.
pub(crate) fn features(checked: &Checked, keys: &Declaration<Span>) -> TokenStream {
    let others = keys.or.iter().zip(&checked.or).map(|(keys, way)| (&keys.algo, way.algorithm));
    let mut checks = TokenStream::new();
    for (written, algorithm) in std::iter::once((&keys.algo, checked.algorithm)).chain(others) {
        if let (Some(written), false) = (written, algorithm.features().is_empty()) {
            let algorithm = format_ident!("{}", algorithm.variant());
            let check = quote_spanned! {written.span=>
                __webhook::check::algorithm(__webhook::Algorithm::#algorithm)
            };
            checks.extend(quote!(const _: () = #check;));
        }
    }
    checks
}

fn token(checked: &Checked, said: &CheckedToken) -> TokenStream {
    let others = checked.or.iter().map(|way| way.algorithm);
    let algorithms = std::iter::once(checked.algorithm).chain(others).map(|algorithm| {
        // `JwtHs256` is `Hs256` among the algorithms of tokens.
        let algorithm = format_ident!("{}", algorithm.variant().trim_start_matches("Jwt"));
        quote!(__webhook::TokenAlgorithm::#algorithm)
    });
    let mut token = quote!(__webhook::TokenScheme::new(&[#(#algorithms),*]));
    if said.content != TokenContent::Claims {
        let content = format_ident!("{}", said.content.variant());
        token.extend(quote!(.with_content(__webhook::TokenContent::#content)));
    }
    if let Some(issuer) = &said.issuer {
        token.extend(quote!(.with_issuer(#issuer)));
    }
    if let Some(audience) = &said.audience {
        token.extend(quote!(.with_audience(#audience)));
    }
    if !said.owner.is_empty() {
        let owner = &said.owner;
        token.extend(quote!(.with_owner(&[#(#owner),*])));
    }
    if !said.digests.is_empty() {
        let claims = said.digests.iter().map(|claim| {
            let of = format_ident!("{}", if claim.of_url { "of_url" } else { "of_body" });
            let digest = format_ident!("{}", if claim.is_sha512() { "Sha512" } else { "Sha256" });
            let text = match () {
                () if claim.is_base64() => format_ident!("Base64"),
                () if claim.is_base64url() => format_ident!("Base64Url"),
                () => format_ident!("Hex"),
            };
            let name = &claim.name;
            let optional = claim.optional.then(|| quote!(.optional_if_empty()));
            quote! {
                __webhook::DigestClaim::#of(
                    #name,
                    __webhook::ClaimDigest::#digest,
                    __webhook::DigestText::#text,
                ) #optional
            }
        });
        token.extend(quote!(.with_digests(&[#(#claims),*])));
    }
    let seconds = |duration: Duration| {
        let seconds = duration.as_secs();
        quote!(__webhook::core::time::Duration::from_secs(#seconds))
    };
    if let Some(leeway) = said.leeway.map(seconds) {
        token.extend(quote!(.with_leeway(#leeway)));
    }
    if let Some(max_age) = said.max_age.map(seconds) {
        token.extend(quote!(.with_max_age(#max_age)));
    }
    if said.requires_expiry {
        token.extend(quote!(.requiring_expiry()));
    }
    if let Some(why) = &checked.unsigned {
        token.extend(quote!(.with_unsigned(#why)));
    }
    token
}

fn fetch(said: &CheckedFetch) -> TokenStream {
    let id = option(said.id.as_ref().map(|id| match id {
        KeyId::Token => quote!(__webhook::KeyId::Token),
        KeyId::At(at) => {
            let at = source(at);
            quote!(__webhook::KeyId::At(#at))
        }
    }));
    let url = option(said.url.as_ref().map(|url| quote!(#url)));
    let hosts = &said.hosts;
    let form = match &said.form {
        KeyDocument::KeySet => quote!(KeySet),
        KeyDocument::Key => quote!(Key),
        KeyDocument::JsonKey(at) => {
            let at = pointer(at);
            quote!(JsonKey(#at))
        }
        KeyDocument::JsonWebKey(at) => {
            let at = pointer(at);
            quote!(JsonWebKey(#at))
        }
    };
    quote! {
        __webhook::FetchedKeys {
            id: #id,
            url: #url,
            hosts: &[#(#hosts),*],
            form: __webhook::DocumentForm::#form,
        }
    }
}

fn way(way: &CheckedWay) -> TokenStream {
    let CheckedWay { key_prefix, .. } = way;
    let algorithm = format_ident!("{}", way.algorithm.variant());
    let encoding = format_ident!("{}", way.encoding.variant());
    let format = format(&way.format);
    let key = format_ident!("{}", way.key.variant());
    let derive = option(way.derive.map(|derive| {
        let derive = format_ident!("{}", derive.variant());
        quote!(__webhook::Derivation::#derive)
    }));
    let when = option(way.when.as_ref().map(condition));
    quote! {
        __webhook::Way {
            algorithm: __webhook::Algorithm::#algorithm,
            encoding: __webhook::Encoding::#encoding,
            format: #format,
            key: __webhook::KeyForm::#key,
            key_prefix: #key_prefix,
            derive: #derive,
            when: #when,
        }
    }
}

/// What stands where; without a value, that something does.
fn condition((at, value): &(Source, Option<String>)) -> TokenStream {
    let at = source(at);
    let value = option(value.as_ref().map(|value| quote!(#value)));
    quote!((#at, #value))
}

fn format(format: &Format) -> TokenStream {
    match format {
        Format::Whole { prefix, suffix } => {
            quote!(__webhook::Format::Whole { prefix: #prefix, suffix: #suffix })
        }
        Format::Sequence { separator: between, pieces } => {
            let between = option(between.map(|between| {
                let between = separator(between);
                quote!(#between)
            }));
            let pieces = pieces.iter().map(piece);
            quote!(__webhook::Format::Sequence { separator: #between, pieces: &[#(#pieces),*] })
        }
        Format::List { separator: between, items } => {
            let separator = separator(*between);
            let items = items.iter().map(|item| {
                let prefix = &item.prefix;
                let part = format_ident!("{}", item.part.variant());
                quote!((#prefix, __webhook::FormatPart::#part))
            });
            quote!(__webhook::Format::List { separator: #separator, items: &[#(#items),*] })
        }
    }
}

fn piece(piece: &FormatPiece) -> TokenStream {
    match piece {
        FormatPiece::Text(text) => quote!(__webhook::Piece::Text(#text)),
        FormatPiece::Any => quote!(__webhook::Piece::Any),
        FormatPiece::Part(part) => {
            let part = format_ident!("{}", part.variant());
            quote!(__webhook::Piece::Part(__webhook::FormatPart::#part))
        }
    }
}

/// A separator is ASCII: the grammar accepts no other.
fn separator(separator: char) -> proc_macro2::Literal {
    proc_macro2::Literal::byte_character(u8::try_from(separator).unwrap_or(b','))
}

pub(crate) fn source(source: &Source) -> TokenStream {
    match source {
        Source::Header(name) => quote!(__webhook::Source::Header(#name)),
        Source::Query(name) => quote!(__webhook::Source::Query(#name)),
        Source::Form(name) => quote!(__webhook::Source::Form(#name)),
        Source::Json(at) => {
            let pointer = pointer(at);
            quote!(__webhook::Source::Json(#pointer))
        }
        Source::HeaderJson(name, at) => {
            let pointer = pointer(at);
            quote!(__webhook::Source::HeaderJson(#name, #pointer))
        }
        Source::Body => quote!(__webhook::Source::Body),
    }
}

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote!(__webhook::None), |value| quote!(__webhook::Some(#value)))
}

fn handshake(handshake: &CheckedHandshake) -> TokenStream {
    let CheckedHandshake { status, refusal, signed, .. } = handshake;
    let method = format_ident!("{}", handshake.method.variant());
    let when = handshake.when.iter().map(condition);
    let challenge = option(handshake.challenge.as_ref().map(source));
    let token = option(handshake.token.as_ref().map(source));
    let answer = parts(&handshake.answer);
    let header = answer_headers(&handshake.header);
    let proof = option(handshake.proof.as_ref().map(|(digest, of)| {
        let digest = format_ident!("{}", digest.variant());
        let of = parts(of);
        quote!((__webhook::Digest::#digest, #of))
    }));
    quote! {
        __webhook::Handshake {
            method: __webhook::HandshakeMethod::#method,
            when: &[#(#when),*],
            challenge: #challenge,
            token: #token,
            answer: #answer,
            header: #header,
            proof: #proof,
            status: #status,
            refusal: #refusal,
            signed: #signed,
        }
    }
}

fn with_ack(checked: &Checked) -> TokenStream {
    let mut ack = TokenStream::new();
    if let Some(status) = checked.ack {
        ack.extend(quote!(.with_ack(#status)));
    }
    if !checked.ack_body.is_empty() {
        let body = parts(&checked.ack_body);
        ack.extend(quote!(.with_ack_body(#body)));
    }
    if !checked.ack_header.is_empty() {
        let headers = answer_headers(&checked.ack_header);
        ack.extend(quote!(.with_ack_header(#headers)));
    }
    ack
}

fn answer_headers(headers: &[(String, Vec<Part>)]) -> TokenStream {
    let headers = headers.iter().map(|(name, value)| {
        let value = parts(value);
        quote!((#name, #value))
    });
    quote!(&[#(#headers),*])
}

fn with_timestamp(timestamp: &CheckedTimestamp) -> TokenStream {
    let place = match &timestamp.place {
        TimestampPlace::Header(name) => quote!(__webhook::TimestampPlace::Header(#name)),
        TimestampPlace::Format => quote!(__webhook::TimestampPlace::Format),
        TimestampPlace::Json(at) => {
            let pointer = pointer(at);
            quote!(__webhook::TimestampPlace::Json(#pointer))
        }
        TimestampPlace::Query(name) => quote!(__webhook::TimestampPlace::Query(#name)),
        TimestampPlace::Form(name) => quote!(__webhook::TimestampPlace::Form(#name)),
    };
    let unit = format_ident!("{}", timestamp.unit.variant());
    let tolerance = timestamp.tolerance.map_or(0, |tolerance| tolerance.as_secs());
    quote!(.with_timestamp(#place, __webhook::Unit::#unit, #tolerance))
}

fn parts(parts: &[Part]) -> TokenStream {
    let parts = parts.iter().map(part);
    quote!(&[#(#parts),*])
}

fn part(written: &Part) -> TokenStream {
    match written {
        Part::Text(text) => quote!(__webhook::Part::Text(#text)),
        // Only a format has them: the grammar refuses them elsewhere.
        Part::Signature | Part::Any => quote!(__webhook::Part::Text("")),
        Part::Timestamp => quote!(__webhook::Part::Timestamp),
        Part::Id => quote!(__webhook::Part::Id),
        Part::Event => quote!(__webhook::Part::Event),
        Part::Body => quote!(__webhook::Part::Body),
        Part::Digest(digest) => {
            let digest = format_ident!("{}", digest.variant());
            quote!(__webhook::Part::Digest(__webhook::Digest::#digest))
        }
        Part::Crc32 => quote!(__webhook::Part::Crc32),
        Part::Method => quote!(__webhook::Part::Method),
        Part::Path => quote!(__webhook::Part::Path),
        Part::Query => quote!(__webhook::Part::Query),
        Part::Header(name) => quote!(__webhook::Part::Header(#name)),
        Part::Json(at) => {
            let pointer = pointer(at);
            quote!(__webhook::Part::Json(#pointer))
        }
        Part::Parameter(name) => quote!(__webhook::Part::Parameter(#name)),
        Part::Field(name) => quote!(__webhook::Part::Field(#name)),
        Part::SortedForm => quote!(__webhook::Part::SortedForm),
        Part::SortedQuery => quote!(__webhook::Part::SortedQuery),
        Part::Url(form) => {
            let form = format_ident!("{}", form.variant());
            quote!(__webhook::Part::Url(__webhook::UrlForm::#form))
        }
        Part::Secret => quote!(__webhook::Part::Secret),
        Part::Challenge => quote!(__webhook::Part::Challenge),
        Part::Proof => quote!(__webhook::Part::Proof),
        Part::Token => quote!(__webhook::Part::Token),
        Part::Optional(inner) => {
            let inner = part(inner);
            quote!(__webhook::Part::Optional(&#inner))
        }
    }
}

fn pointer(pointer: &str) -> TokenStream {
    // The grammar has read this pointer before.
    let segments = pointer_segments(pointer).unwrap_or_default();
    quote!(__webhook::Pointer(&[#(#segments),*]))
}
