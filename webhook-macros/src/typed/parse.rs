//! The tokens of `#[payload(..)]` and of `#[at(..)]`.

use proc_macro2::{Span, TokenStream};
use syn::{
    Attribute, Error, Fields, Ident, ItemStruct, LitStr, Meta, Token,
    ext::IdentExt,
    parse::{ParseStream, Parser},
};

use super::ast::{Written, WrittenField};
use crate::{
    ctxt::Ctxt,
    entries::Text,
    event::UNLISTED,
    grammar::{Spanned, nearest},
    root::Root,
};

/// The words that may stand behind the names.
const KEYS: &[&str] = &["at", UNLISTED, "crate"];

/// Reads the attribute and the struct. What is wrong is reported, or is the error if nothing can be
/// made of it.
pub(crate) fn read(cx: &Ctxt, args: TokenStream, item: TokenStream) -> syn::Result<Written> {
    let mut item: ItemStruct = syn::parse2(item).map_err(|error| {
        Error::new(
            error.span(),
            "a payload is a struct with the fields that you need: `#[payload(\"stripe\", \"invoice.paid\")] struct Paid { amount_paid: i64 }`",
        )
    })?;
    let Fields::Named(named) = &mut item.fields else {
        return Err(Error::new(
            item.ident.span(),
            "the fields of a payload have names, those of the sender: `struct Paid { amount_paid: i64 }`",
        ));
    };
    let mut fields = Vec::new();
    for field in &mut named.named {
        let (own, others): (Vec<Attribute>, _) =
            field.attrs.drain(..).partition(|attribute| attribute.path().is_ident("at"));
        field.attrs = others;
        let Some(ident) = field.ident.clone() else { continue };
        let cfg = field.attrs.iter().filter(|attr| attr.path().is_ident("cfg")).cloned().collect();
        let mut read = WrittenField { ident, ty: field.ty.clone(), cfg, at: None, unlisted: None };
        let mut own = own.into_iter();
        if let Some(attribute) = own.next() {
            if let Err(error) = read_at(&attribute, &mut read) {
                cx.push(error);
            }
        }
        for second in own {
            cx.error_at(second, "a second `#[at(..)]`: a field stands in one place, remove one");
        }
        fields.push(read);
    }
    let mut written = Written {
        root: Root::default(),
        provider: None,
        events: Vec::new(),
        at: None,
        unlisted: None,
        item,
        fields,
    };
    let parser = |input: ParseStream<'_>| read_args(input, &mut written);
    if let Err(error) = parser.parse2(args) {
        cx.push(error);
        written.provider = None;
        written.events.clear();
        return Ok(written);
    }
    if written.provider.is_none() {
        cx.error(Span::call_site(), "whose payload is this? Name the provider and the event: `#[payload(\"stripe\", \"invoice.paid\")]`");
    } else if written.events.is_empty() {
        let span = written.provider.as_ref().map_or_else(Span::call_site, |text| text.span);
        cx.error(span, "an event is missing: name those whose payload this is, `#[payload(\"stripe\", \"invoice.paid\")]`");
    }
    Ok(written)
}

/// Reads `"provider", "event", .., at = "/a/*", unlisted, crate = path`.
fn read_args(input: ParseStream<'_>, written: &mut Written) -> syn::Result<()> {
    while !input.is_empty() {
        if input.peek(LitStr) {
            let text = literal(input)?;
            match written.provider {
                None => written.provider = Some(text),
                Some(_) => written.events.push(text),
            }
        } else {
            read_key(input, written)?;
        }
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(())
}

fn read_key(input: ParseStream<'_>, written: &mut Written) -> syn::Result<()> {
    if !input.peek(Ident::peek_any) {
        return Err(
            input.error("names are texts in quotes: `#[payload(\"stripe\", \"invoice.paid\")]`")
        );
    }
    let word = input.call(Ident::parse_any)?;
    let name = word.to_string();
    match name.as_str() {
        // at = "/lines/data/*"
        "at" => {
            let at = value(&word, input, "at = \"/lines/data/*\"")?;
            if written.at.replace(at).is_some() {
                return Err(Error::new(word.span(), "duplicate `at`: remove one"));
            }
        }
        // unlisted
        UNLISTED => written.unlisted = Some(word.span()),
        // crate = some::path
        "crate" => {
            input.parse::<Token![=]>()?;
            written.root = Root::new(input.call(syn::Path::parse_mod_style)?);
        }
        wrong => {
            let sentence = match nearest(wrong, KEYS.iter().copied()) {
                Some(near) => format!("`#[payload(..)]` has no `{wrong}`: did you mean `{near}`?"),
                None => format!(
                    "`#[payload(..)]` has no `{wrong}`: names are texts in quotes, and `at = \"/a/*\"` or `unlisted` may follow them"
                ),
            };
            return Err(Error::new(word.span(), sentence));
        }
    }
    Ok(())
}

/// Reads `#[at("/a/b")]`, `#[at("/a/b", unlisted)]` or `#[at(unlisted)]`.
fn read_at(attribute: &Attribute, field: &mut WrittenField) -> syn::Result<()> {
    let example =
        "`#[at(..)]` says where the field stands: `#[at(\"/status_transitions/paid_at\")]`";
    let Meta::List(list) = &attribute.meta else {
        return Err(Error::new_spanned(attribute, example));
    };
    if list.tokens.is_empty() {
        return Err(Error::new_spanned(attribute, example));
    }
    let parser = |input: ParseStream<'_>| {
        if input.peek(LitStr) {
            field.at = Some(literal(input)?);
            if input.is_empty() {
                return Ok(());
            }
            input.parse::<Token![,]>()?;
        }
        let wrong = || {
            let sentence = "a place is a text in quotes, and `unlisted` may follow it: `#[at(\"/a/b\")]`, `#[at(\"/a/b\", unlisted)]`";
            Error::new(input.span(), sentence)
        };
        let word = input.call(Ident::parse_any).map_err(|_| wrong())?;
        if word != UNLISTED {
            return Err(Error::new(word.span(), wrong().to_string()));
        }
        field.unlisted = Some(word.span());
        if input.is_empty() { Ok(()) } else { Err(wrong()) }
    };
    parser.parse2(list.tokens.clone())
}

fn value(word: &Ident, input: ParseStream<'_>, example: &str) -> syn::Result<Text> {
    let missing =
        || Error::new(word.span(), format!("`{word}` must be a string in quotes: `{example}`"));
    if !input.peek(Token![=]) {
        return Err(missing());
    }
    input.parse::<Token![=]>()?;
    literal(input).map_err(|_| missing())
}

fn literal(input: ParseStream<'_>) -> syn::Result<Text> {
    let text: LitStr = input.parse()?;
    Ok(Spanned { span: text.span(), value: text.value() })
}
