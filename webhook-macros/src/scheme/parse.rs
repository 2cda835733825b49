//! The keys of a declaration, from the tokens of an attribute.

use proc_macro2::Span;
use syn::{Error, parenthesized, parse::ParseStream};

use crate::{
    ctxt::Ctxt,
    entries::{Key, Known, Text, list, number, read_entries, text, texts},
    grammar::{Declaration, Group, Keys, Slot},
};

/// The keys of a declaration.
pub(crate) const KEYS: &Known = Declaration::<()>::TABLE.known;

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
        Slot::Keys(slot) => group(cx, key, input, slot)?,
    }
    Ok(())
}

/// Reads `(..)` once, or several of them in parentheses where there may be several: `((..), (..))`.
fn group(
    cx: &Ctxt,
    key: &Key,
    input: ParseStream<'_>,
    group: &mut dyn Group<Span>,
) -> syn::Result<()> {
    let content = parentheses(key, input)?;
    if !group.may_be_several() || !content.peek(syn::token::Paren) {
        one(cx, key, &content, group);
        return Ok(());
    }
    while !content.is_empty() {
        let inside;
        parenthesized!(inside in content);
        one(cx, key, &inside, group);
        if !content.is_empty() {
            content.parse::<syn::Token![,]>()?;
        }
    }
    Ok(())
}

fn one(cx: &Ctxt, key: &Key, content: ParseStream<'_>, group: &mut dyn Group<Span>) {
    let table = group.table();
    let list = format!("`{}(..)`", table.name);
    let keys: &mut dyn Keys<Span> = group.add(key.span);
    read_entries(cx, content, &list, table.known, &mut |key, input| {
        keys.slot(&key.name).map_or(Ok(()), |slot| fill(cx, key, input, slot))
    });
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
