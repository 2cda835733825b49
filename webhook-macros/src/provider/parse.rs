//! `#[provider(..)]`, from the tokens of a derive.

use proc_macro2::Span;
use syn::{
    Attribute, Data, DeriveInput, Error, Meta, ext::IdentExt, parse::ParseStream, token::Bracket,
};

use super::ast::{Events, Shape, Written};
use crate::{
    ctxt::Ctxt,
    entries::{Key, Known, path, read_entries_of, texts, value},
    grammar::{Declaration, EVENTS_KEY, Spanned, event_names},
    kebab::kebab,
    root::Root,
    scheme,
};

const OWN_KEYS: &Known =
    &[EVENTS_KEY, ("custom", "custom = some::Code"), ("crate", "crate = some::path")];

/// Reads the attributes of a provider; what is wrong is reported.
pub(crate) fn read<'a>(cx: &Ctxt, input: &'a DeriveInput) -> Written<'a> {
    let shape = shape(cx, input);
    let mut written = Written {
        ident: &input.ident,
        root: Root::default(),
        keys: Declaration::default(),
        events: None,
        custom: None,
        whole: input.ident.span(),
        shape,
    };
    let mut attributes = input.attrs.iter().filter(|attr| attr.path().is_ident("provider"));
    if let Some(attribute) = attributes.next() {
        read_attribute(cx, attribute, &mut written);
    } else {
        let sentence = "missing `#[provider(..)]`: say how deliveries are signed, as in `#[provider(algo = \"sha256\", header = \"x-signature\")]`";
        cx.error(input.ident.span(), sentence);
    }
    for second in attributes {
        cx.error_at(second, "a second `#[provider(..)]`: put all keys into the first");
    }
    if written.keys.name.is_none() {
        let value = kebab(&input.ident.unraw().to_string());
        written.keys.name = Some(Spanned { span: input.ident.span(), value });
    }
    written
}

fn read_attribute(cx: &Ctxt, attribute: &Attribute, written: &mut Written<'_>) {
    written.whole = word(attribute).unwrap_or(written.whole);
    let Meta::List(list) = &attribute.meta else {
        cx.error_at(attribute, "`provider` takes parentheses: `#[provider(algo = \"sha256\", header = \"x-signature\")]`");
        return;
    };
    let known = [scheme::KEYS, OWN_KEYS].concat();
    read_entries_of(cx, list.tokens.clone(), "`#[provider(..)]`", &known, &mut |key, input| {
        match key.name.as_str() {
            // events = Event, events = ["payment.made", "payment.failed"]
            "events" => written.events = Some(events(cx, key, input)?),
            // custom = some::Code
            "custom" => {
                written.keys.custom = Some(key.span);
                written.custom = Some(path(key, input)?);
            }
            // crate = some::path
            "crate" => written.root = Root::new(path(key, input)?),
            _ => {
                scheme::read(cx, key, input, &mut written.keys)?;
            }
        }
        Ok(())
    });
}

fn events(cx: &Ctxt, key: &Key, input: ParseStream<'_>) -> syn::Result<Events> {
    if !input.peek2(Bracket) {
        value(key, input)?;
        return input.parse().map(Box::new).map(Events::Of).map_err(|error: Error| {
            let sentence = "`events` is an enum's type or a list of names: `events = Event` or `events = [\"payment.made\"]`";
            Error::new(error.span(), sentence)
        });
    }
    let names = texts(key, input)?;
    cx.problems(event_names(&names));
    Ok(Events::Names(names))
}

/// The span of the attribute's own word.
fn word(attribute: &Attribute) -> Option<Span> {
    attribute.path().get_ident().map(syn::Ident::span)
}

fn shape(cx: &Ctxt, input: &DeriveInput) -> Shape {
    if !input.generics.params.is_empty() {
        cx.error_at(
            &input.generics.params,
            "a provider has no generics: it is one type that stands for one declaration",
        );
        return Shape::Generic;
    }
    match &input.data {
        Data::Struct(_) => {}
        Data::Enum(data) => {
            let sentence = "a provider is a struct, not an enum: `pub struct Acme;`; the enum of its events derives `WebhookEvent`";
            cx.error(data.enum_token.span, sentence);
        }
        Data::Union(data) => {
            cx.error(
                data.union_token.span,
                "a provider is a struct, not a union: `pub struct Acme;`",
            );
        }
    }
    Shape::Fine
}
