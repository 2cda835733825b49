//! A declaration as a constant: `Scheme::new(..)` and one call a key that was given.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};

use crate::grammar::{
    Checked, CheckedTimestamp, Declaration, Format, Part, TimestampPlace, pointer_segments,
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
    if let Some(docs) = &keys.docs {
        let docs = &docs.value;
        scheme.extend(quote!(.with_docs(#docs)));
    }
    if keys.encoding.is_some() {
        let encoding = format_ident!("{}", checked.encoding.variant());
        scheme.extend(quote!(.with_encoding(__webhook::Encoding::#encoding)));
    }
    if keys.format.is_some() || keys.separator.is_some() {
        let written = keys.format.as_ref().map_or("{signature}", |format| format.value.as_str());
        let format = format(&checked.format);
        scheme.extend(quote!(.with_format(#written, #format)));
    }
    if let Some(message) = &keys.message {
        let written = &message.value;
        let message = parts(&checked.message);
        scheme.extend(quote!(.with_message(#written, #message)));
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
    if let Some(ack) = checked.ack {
        scheme.extend(quote!(.with_ack(#ack)));
    }
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
    scheme
}

fn format(format: &Format) -> TokenStream {
    match format {
        Format::Whole { prefix, suffix } => {
            quote!(__webhook::Format::Whole { prefix: #prefix, suffix: #suffix })
        }
        Format::List { separator, items } => {
            // A separator is ASCII: the grammar accepts no other.
            let separator = u8::try_from(*separator).unwrap_or(b',');
            let separator = proc_macro2::Literal::byte_character(separator);
            let items = items.iter().map(|item| {
                let prefix = &item.prefix;
                let part = format_ident!("{}", item.part.variant());
                quote!((#prefix, __webhook::FormatPart::#part))
            });
            quote!(__webhook::Format::List { separator: #separator, items: &[#(#items),*] })
        }
    }
}

fn with_timestamp(timestamp: &CheckedTimestamp) -> TokenStream {
    let place = match &timestamp.place {
        TimestampPlace::Header(name) => quote!(__webhook::TimestampPlace::Header(#name)),
        TimestampPlace::Format => quote!(__webhook::TimestampPlace::Format),
        TimestampPlace::Json(at) => {
            let pointer = pointer(at);
            quote!(__webhook::TimestampPlace::Json(#pointer))
        }
    };
    let unit = format_ident!("{}", timestamp.unit.variant());
    let tolerance = timestamp.tolerance.map_or(0, |tolerance| tolerance.as_secs());
    quote!(.with_timestamp(#place, __webhook::Unit::#unit, #tolerance))
}

fn parts(parts: &[Part]) -> TokenStream {
    let parts = parts.iter().map(|part| match part {
        Part::Text(text) => quote!(__webhook::Part::Text(#text)),
        // A message and a place have no `{signature}`: the grammar refuses it.
        Part::Signature => quote!(__webhook::Part::Text("")),
        Part::Timestamp => quote!(__webhook::Part::Timestamp),
        Part::Id => quote!(__webhook::Part::Id),
        Part::Event => quote!(__webhook::Part::Event),
        Part::Body => quote!(__webhook::Part::Body),
        Part::Digest(digest) => {
            let digest = format_ident!("{}", digest.variant());
            quote!(__webhook::Part::Digest(__webhook::Digest::#digest))
        }
        Part::Method => quote!(__webhook::Part::Method),
        Part::Path => quote!(__webhook::Part::Path),
        Part::Query => quote!(__webhook::Part::Query),
        Part::Header(name) => quote!(__webhook::Part::Header(#name)),
        Part::Json(at) => {
            let pointer = pointer(at);
            quote!(__webhook::Part::Json(#pointer))
        }
    });
    quote!(&[#(#parts),*])
}

fn pointer(pointer: &str) -> TokenStream {
    // The grammar has read this pointer before.
    let segments = pointer_segments(pointer).unwrap_or_default();
    quote!(__webhook::Pointer(&[#(#segments),*]))
}
