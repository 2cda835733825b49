//! The constants that compare what an attribute repeats with what the provider declares.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use crate::{
    entries::Text,
    grammar::{Declaration, Digest, Source, TimestampKeys, parse_duration},
    scheme::constant,
};

/// The keys that may repeat what the provider declares. Each has a constant below; all others of a
/// declaration are refused.
pub(crate) const AGREEING: &[&str] = &[
    "algo",
    "encoding",
    "header",
    "signature",
    "format",
    "separator",
    "message",
    "digest",
    "body",
    "secret_encoding",
    "secret_prefix",
    "key_derivation",
    "timestamp",
    "ack",
];

/// That what an attribute repeats is what the provider declares. What cannot be read was reported
/// before.
pub(crate) fn agreement(keys: &Declaration<Span>, checks: &mut TokenStream) {
    for header in &keys.header {
        let name = header.value.to_ascii_lowercase();
        check(checks, header.span, "header", quote_spanned!(header.span=> #name));
    }
    if let Some(signature) = &keys.signature {
        at(checks, "signature", signature, &signature.value);
    }
    for message in &keys.message {
        let template = &message.value;
        check(checks, message.span, "message", quote_spanned!(message.span=> #template));
    }
    if let Some(digest) = &keys.digest {
        let parts = digest.value.split_once(':');
        let read =
            parts.and_then(|(word, at)| Some((Digest::from_word(word)?, Source::parse(at).ok()?)));
        if let Some((word, at)) = read {
            let word = Ident::new(word.variant(), digest.span);
            let at = constant(&at);
            let given = quote_spanned!(digest.span=> __webhook::Digest::#word, #at);
            check(checks, digest.span, "digest", given);
        }
    }
    let texts = [
        ("algo", &keys.algo),
        ("encoding", &keys.encoding),
        ("format", &keys.format),
        ("separator", &keys.separator),
        ("body", &keys.body),
        ("secret_encoding", &keys.secret_encoding),
        ("secret_prefix", &keys.secret_prefix),
        ("key_derivation", &keys.key_derivation),
    ];
    for (method, text) in texts {
        if let Some(text) = text {
            let value = &text.value;
            check(checks, text.span, method, quote_spanned!(text.span=> #value));
        }
    }
    if let Some(keys) = &keys.timestamp {
        timestamp(keys, checks);
    }
    if let Some(ack) = &keys.ack {
        let status = u16::try_from(ack.value).unwrap_or_default();
        check(checks, ack.span, "ack", quote_spanned!(ack.span=> #status));
    }
}

fn timestamp(keys: &TimestampKeys<Span>, checks: &mut TokenStream) {
    let places = [
        ("header", &keys.header),
        ("json", &keys.json),
        ("query", &keys.query),
        ("form", &keys.form),
    ];
    for (kind, text) in places {
        if let Some(text) = text {
            at(checks, "timestamp_at", text, &format!("{kind}:{}", text.value));
        }
    }
    if let Some(unit) = &keys.unit {
        let value = &unit.value;
        check(checks, unit.span, "timestamp_unit", quote_spanned!(unit.span=> #value));
    }
    if let Some(time) = &keys.on_retry {
        let value = &time.value;
        check(checks, time.span, "timestamp_on_retry", quote_spanned!(time.span=> #value));
    }
    if let Some(tolerance) = &keys.tolerance {
        let seconds = parse_duration(&tolerance.value).map_or(0, |tolerance| tolerance.as_secs());
        check(checks, tolerance.span, "tolerance", quote_spanned!(tolerance.span=> #seconds));
    }
}

/// A place, written as in `signature`.
fn at(checks: &mut TokenStream, method: &str, text: &Text, place: &str) {
    if let Ok(place) = Source::parse(place) {
        check(checks, text.span, method, constant(&place));
    }
}

fn check(checks: &mut TokenStream, span: Span, method: &str, given: impl ToTokens) {
    let method = Ident::new(method, span);
    let check = quote_spanned!(span=> __PROVIDER.#method(#given));
    checks.extend(quote!(const _: () = #check;));
}
