//! Reading `key = value, key(..), key` lists: one mistake does not hide the next.

use proc_macro2::{Span, TokenTree};
use syn::{
    Error, Ident, LitInt, LitStr, Token, bracketed,
    ext::IdentExt,
    parse::{ParseStream, Parser},
};

pub(crate) use crate::grammar::Known;
use crate::{
    ctxt::Ctxt,
    grammar::{self, Spanned, one_of},
};

/// A text with the place of its literal.
pub(crate) type Text = Spanned<Span, String>;

/// A key with the place of its word.
pub(crate) type Key = grammar::Key<Span>;

/// Reads a list of keys; `read` reads what follows a key, which is one of `known`.
///
/// What is wrong is reported, and reading goes on after the next comma.
pub(crate) fn read_entries(
    cx: &Ctxt,
    input: ParseStream<'_>,
    list: &str,
    known: &Known,
    read: &mut dyn FnMut(&Key, ParseStream<'_>) -> syn::Result<()>,
) {
    let mut seen: Vec<String> = Vec::new();
    while !input.is_empty() {
        if let Err(error) = read_entry(input, list, known, &mut seen, read) {
            cx.push(error);
            skip_to_comma(input);
        }
        // Nothing can follow but a comma: what else does was reported and skipped.
        let _ = input.parse::<Token![,]>();
    }
}

/// Reads a list of keys from the tokens between the parentheses of an attribute.
pub(crate) fn read_entries_of(
    cx: &Ctxt,
    tokens: proc_macro2::TokenStream,
    list: &str,
    known: &Known,
    read: &mut dyn FnMut(&Key, ParseStream<'_>) -> syn::Result<()>,
) {
    let parser = |input: ParseStream<'_>| {
        read_entries(cx, input, list, known, read);
        Ok(())
    };
    if let Err(error) = parser.parse2(tokens) {
        cx.push(error);
    }
}

fn read_entry(
    input: ParseStream<'_>,
    list: &str,
    known: &Known,
    seen: &mut Vec<String>,
    read: &mut dyn FnMut(&Key, ParseStream<'_>) -> syn::Result<()>,
) -> syn::Result<()> {
    let ident = Ident::parse_any(input).map_err(|error| {
        let keys: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        Error::new(error.span(), format!("expected a key of {list}: {}", one_of(&keys)))
    })?;
    let name = ident.to_string();
    let key = Key::find(&name, ident.span(), list, known)
        .map_err(|sentence| Error::new(ident.span(), sentence))?;
    if seen.contains(&name) {
        return Err(Error::new(ident.span(), Key::given_twice(&name, list)));
    }
    seen.push(key.name.clone());
    read(&key, input)?;
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    Err(input.error(format!("expected `,` after `{}`", key.name)))
}

fn skip_to_comma(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![,]) {
        // A token tree can always be read where input is left.
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}

/// Reads the `=` before a value. What is missing is reported at the key, because the end of an
/// attribute has no place of its own.
pub(crate) fn value(key: &Key, input: ParseStream<'_>) -> syn::Result<()> {
    let missing = || Error::new(key.span, key.needs_value());
    if !input.peek(Token![=]) {
        return Err(missing());
    }
    input.parse::<Token![=]>()?;
    if input.is_empty() || input.peek(Token![,]) {
        return Err(missing());
    }
    Ok(())
}

/// Reads a key that has no value.
pub(crate) fn flag(key: &Key, input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    Err(Error::new(key.span, format!("`{}` has no value: write it alone", key.name)))
}

/// Reads `= "text"`.
pub(crate) fn text(key: &Key, input: ParseStream<'_>) -> syn::Result<Text> {
    value(key, input)?;
    literal(key, input)
}

fn literal(key: &Key, input: ParseStream<'_>) -> syn::Result<Text> {
    let text: LitStr =
        input.parse().map_err(|error: Error| Error::new(error.span(), key.is_text()))?;
    Ok(Spanned { span: text.span(), value: text.value() })
}

/// Reads `= "text"` or `= ["text", ..]`.
pub(crate) fn texts(key: &Key, input: ParseStream<'_>) -> syn::Result<Vec<Text>> {
    value(key, input)?;
    if !input.peek(syn::token::Bracket) {
        return Ok(vec![literal(key, input)?]);
    }
    let content;
    let bracket = bracketed!(content in input);
    let texts = list(key, &content)?;
    if texts.is_empty() {
        return Err(Error::new(bracket.span.join(), key.lists_nothing()));
    }
    Ok(texts)
}

/// Reads `"text", ..` to the end.
pub(crate) fn list(key: &Key, input: ParseStream<'_>) -> syn::Result<Vec<Text>> {
    let mut texts = Vec::new();
    while !input.is_empty() {
        texts.push(literal(key, input)?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(texts)
}

/// Reads `= 200`.
pub(crate) fn number(key: &Key, input: ParseStream<'_>) -> syn::Result<Spanned<Span, u64>> {
    value(key, input)?;
    let wrong = |span| Error::new(span, key.is_number());
    let number: LitInt = input.parse().map_err(|error: Error| wrong(error.span()))?;
    let value = number.base10_parse().map_err(|_| wrong(number.span()))?;
    Ok(Spanned { span: number.span(), value })
}

/// Reads `= some::path`.
pub(crate) fn path(key: &Key, input: ParseStream<'_>) -> syn::Result<syn::Path> {
    value(key, input)?;
    input.call(syn::Path::parse_mod_style).map_err(|error| {
        let sentence = format!("`{}` is a path without quotes: `{}`", key.name, key.example);
        Error::new(error.span(), sentence)
    })
}

/// Reads `= some::Type`.
pub(crate) fn ty(key: &Key, input: ParseStream<'_>) -> syn::Result<syn::Type> {
    value(key, input)?;
    input.parse().map_err(|error: Error| {
        let sentence = format!("`{}` is a type without quotes: `{}`", key.name, key.example);
        Error::new(error.span(), sentence)
    })
}
