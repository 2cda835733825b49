//! The keys of a declaration, from the tokens of an attribute.

use proc_macro2::Span;
use syn::{Error, parenthesized, parse::ParseStream};

use crate::{
    ctxt::Ctxt,
    entries::{Key, Text, list, number, read_entries, text, texts},
    grammar::{
        Declaration, FETCH_KEYS, FetchKeys, HANDSHAKE_KEYS, HandshakeKeys, Slot, TIMESTAMP_KEYS,
        TOKEN_KEYS, TimestampKeys, TokenKeys, WAY_KEYS, WayKeys,
    },
};

/// Reads what follows a key of a declaration; whether `key` is one.
pub(crate) fn read(
    cx: &Ctxt,
    key: &Key,
    input: ParseStream<'_>,
    keys: &mut Declaration<Span>,
) -> syn::Result<bool> {
    let Some(slot) = keys.slot(&key.name) else { return Ok(false) };
    fill(cx, key, input, slot)?;
    Ok(true)
}

fn fill(cx: &Ctxt, key: &Key, input: ParseStream<'_>, slot: Slot<'_, Span>) -> syn::Result<()> {
    match slot {
        Slot::Text(slot) => *slot = Some(text(key, input)?),
        Slot::Texts(slot) => *slot = texts(key, input)?,
        Slot::List(slot) => *slot = in_parentheses(key, input)?,
        Slot::Number(slot) => *slot = Some(number(key, input)?),
        Slot::Token(slot) => *slot = Some(token(cx, key, input)?),
        Slot::Fetch(slot) => *slot = Some(fetch(cx, key, input)?),
        Slot::Timestamp(slot) => *slot = Some(timestamp(cx, key, input)?),
        Slot::Ways(slot) => *slot = several(key, input, |content| way(cx, key, content))?,
        Slot::Handshakes(slot) => {
            *slot = several(key, input, |content| handshake(cx, key, content))?;
        }
    }
    Ok(())
}

fn token(cx: &Ctxt, key: &Key, input: ParseStream<'_>) -> syn::Result<TokenKeys<Span>> {
    let content = parentheses(key, input)?;
    let mut keys = TokenKeys::new(key.span);
    read_entries(cx, &content, "`token(..)`", TOKEN_KEYS, &mut |key, input| {
        keys.slot(&key.name).map_or(Ok(()), |slot| fill(cx, key, input, slot))
    });
    Ok(keys)
}

fn fetch(cx: &Ctxt, key: &Key, input: ParseStream<'_>) -> syn::Result<FetchKeys<Span>> {
    let content = parentheses(key, input)?;
    let mut keys = FetchKeys::new(key.span);
    read_entries(cx, &content, "`keys(..)`", FETCH_KEYS, &mut |key, input| {
        keys.slot(&key.name).map_or(Ok(()), |slot| fill(cx, key, input, slot))
    });
    Ok(keys)
}

fn timestamp(cx: &Ctxt, key: &Key, input: ParseStream<'_>) -> syn::Result<TimestampKeys<Span>> {
    let content = parentheses(key, input)?;
    let mut keys = TimestampKeys::new(key.span);
    read_entries(cx, &content, "`timestamp(..)`", TIMESTAMP_KEYS, &mut |key, input| {
        keys.slot(&key.name).map_or(Ok(()), |slot| fill(cx, key, input, slot))
    });
    Ok(keys)
}

/// Reads `(..)` once, or several of them in parentheses: `((..), (..))`.
fn several<T>(
    key: &Key,
    input: ParseStream<'_>,
    mut read: impl FnMut(ParseStream<'_>) -> T,
) -> syn::Result<Vec<T>> {
    let content = parentheses(key, input)?;
    if !content.peek(syn::token::Paren) {
        return Ok(vec![read(&content)]);
    }
    let mut several = Vec::new();
    while !content.is_empty() {
        let one;
        parenthesized!(one in content);
        several.push(read(&one));
        if !content.is_empty() {
            content.parse::<syn::Token![,]>()?;
        }
    }
    Ok(several)
}

fn way(cx: &Ctxt, key: &Key, content: ParseStream<'_>) -> WayKeys<Span> {
    let mut keys = WayKeys::new(key.span);
    read_entries(cx, content, "`or(..)`", WAY_KEYS, &mut |key, input| {
        keys.slot(&key.name).map_or(Ok(()), |slot| fill(cx, key, input, slot))
    });
    keys
}

fn handshake(cx: &Ctxt, key: &Key, content: ParseStream<'_>) -> HandshakeKeys<Span> {
    let mut keys = HandshakeKeys::new(key.span);
    read_entries(cx, content, "`handshake(..)`", HANDSHAKE_KEYS, &mut |key, input| {
        keys.slot(&key.name).map_or(Ok(()), |slot| fill(cx, key, input, slot))
    });
    keys
}

/// Reads `("text", ..)`.
fn in_parentheses(key: &Key, input: ParseStream<'_>) -> syn::Result<Vec<Text>> {
    let content = parentheses(key, input)?;
    if content.is_empty() {
        return Err(Error::new(key.span, key.lists_nothing()));
    }
    list(key, &content)
}

fn parentheses<'a>(key: &Key, input: ParseStream<'a>) -> syn::Result<syn::parse::ParseBuffer<'a>> {
    if !input.peek(syn::token::Paren) {
        return Err(Error::new(key.span, key.takes_parentheses()));
    }
    let content;
    parenthesized!(content in input);
    Ok(content)
}
