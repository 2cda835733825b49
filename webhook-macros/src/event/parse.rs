//! `#[event(..)]`, on an enum and on its variants.

use syn::{
    Attribute, Data, DeriveInput, Error, Fields, Ident, LitStr, Meta, Token,
    ext::IdentExt,
    parse::{ParseStream, Parser},
};

use super::ast::{Names, Payload, Takes, Written, WrittenVariant};
use crate::{
    catalogue::ProviderRef,
    ctxt::Ctxt,
    entries::{Known, flag, path, read_entries_of},
    grammar::{Spanned, nearest},
    root::Root,
};

const KEYS: &Known = &[
    ("provider", "provider = \"fincra\""),
    ("ignore_others", "ignore_others"),
    ("crate", "crate = some::path"),
];

const LIST: &str = "`#[event(..)]` on an enum";

/// Says that the payload of an event is taken as a type of the user's own.
pub(crate) const OWN_PAYLOAD: &str = "own_payload";

/// Says that an event may be newer than the provider's list.
pub(crate) const UNLISTED: &str = "unlisted";

/// Reads an enum of events; what is wrong is reported.
pub(crate) fn read<'a>(cx: &Ctxt, input: &'a DeriveInput) -> Written<'a> {
    let mut written = Written {
        ident: &input.ident,
        generics: &input.generics,
        root: Root::default(),
        provider: None,
        ignore_others: None,
        variants: Vec::new(),
        deprecated: is_deprecated(&input.attrs),
    };
    let data = match &input.data {
        Data::Enum(data) => data,
        Data::Struct(data) => {
            let sentence = "events are an enum, one variant a name: `enum Event { #[event(\"a.name\")] Name(Payload) }`";
            cx.error(data.struct_token.span, sentence);
            return written;
        }
        Data::Union(data) => {
            cx.error(
                data.union_token.span,
                "events are an enum, not a union: only an enum says which one came",
            );
            return written;
        }
    };
    read_container(cx, input, &mut written);
    for variant in &data.variants {
        written.deprecated |= is_deprecated(&variant.attrs);
        let mut takes = takes(cx, &variant.ident, &variant.attrs);
        if let Some(Takes::Names(names)) = &mut takes {
            names.resolve(cx, written.provider.as_ref());
        }
        let payload = payload(cx, &variant.ident, &variant.fields);
        if let (Some(Takes::Names(names)), Payload::Nothing) = (&takes, payload) {
            names.check_is_own(cx, "variant");
        }
        written.variants.push(WrittenVariant { ident: &variant.ident, takes, payload });
    }
    written
}

fn is_deprecated(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|attr| attr.path().is_ident("deprecated"))
}

fn event_attribute<'a>(cx: &Ctxt, attrs: &'a [Attribute]) -> Option<&'a Attribute> {
    let mut attributes = attrs.iter().filter(|attr| attr.path().is_ident("event"));
    let first = attributes.next();
    for second in attributes {
        cx.error_at(second, "a second `#[event(..)]`: put everything into the first");
    }
    first
}

fn read_container(cx: &Ctxt, input: &DeriveInput, written: &mut Written<'_>) {
    let mut given = false;
    let attribute = event_attribute(cx, &input.attrs);
    if let Some(Meta::List(list)) = attribute.map(|attribute| &attribute.meta) {
        read_entries_of(cx, list.tokens.clone(), LIST, KEYS, &mut |key, input| {
            match key.name.as_str() {
                // provider = "fincra", provider = some::Type
                "provider" => {
                    given = true;
                    written.provider = ProviderRef::read(cx, key, input)?;
                }
                // ignore_others
                "ignore_others" => {
                    flag(key, input)?;
                    written.ignore_others = Some(key.span);
                }
                // crate = some::path
                _ => written.root = Root::new(path(key, input)?),
            }
            Ok(())
        });
    }
    if !given {
        let word = attribute.and_then(|attribute| attribute.path().get_ident());
        cx.error(
            word.unwrap_or(&input.ident).span(),
            "`provider` is missing: say whose events these are, as in `#[event(provider = \"fincra\")]` or `#[event(provider = Acme)]`",
        );
    }
}

fn takes(cx: &Ctxt, variant: &Ident, attrs: &[Attribute]) -> Option<Takes> {
    let Some(attribute) = event_attribute(cx, attrs) else {
        cx.error(
            variant.span(),
            format!("`{variant}` names no event: add `#[event(\"a.name\")]`, or `#[event(other)]` for all the rest"),
        );
        return None;
    };
    PART.takes(cx, attribute)
}

const PART: Part = Part { attribute: "event", what: "variant", keys: KEYS };

/// What takes events: a variant, or a method.
pub(crate) struct Part {
    /// The attribute's name.
    pub(crate) attribute: &'static str,
    /// What it stands on.
    pub(crate) what: &'static str,
    /// The keys that stand on the whole.
    pub(crate) keys: &'static Known,
}

impl Part {
    /// Reads `#[event("a.name", ..)]`, `#[event(other)]` or `#[event(unnamed)]`.
    pub(crate) fn takes(&self, cx: &Ctxt, attribute: &Attribute) -> Option<Takes> {
        let tokens = match &attribute.meta {
            Meta::List(list) if !list.tokens.is_empty() => list.tokens.clone(),
            _ => {
                let word = self.attribute;
                cx.error_at(
                    attribute,
                    format!("an event's name is missing: `#[{word}(\"a.name\")]`, `#[{word}(other)]` or `#[{word}(unnamed)]`"),
                );
                return None;
            }
        };
        let parser = |input: ParseStream<'_>| read_takes(input, self);
        match parser.parse2(tokens) {
            Ok(takes) => Some(takes),
            Err(error) => {
                cx.push(error);
                None
            }
        }
    }
}

impl Names {
    /// What holds no payload has no type of its own for it.
    pub(crate) fn check_is_own(&self, cx: &Ctxt, part: &str) {
        if let Some(span) = self.own_payload {
            cx.error(span, format!("this {part} takes no payload: remove `{OWN_PAYLOAD}`"));
        }
    }
}

/// Reads `"a.name", ..`, `other` or `unnamed`.
fn read_takes(input: ParseStream<'_>, part: &Part) -> syn::Result<Takes> {
    let attribute = part.attribute;
    if !input.peek(LitStr) && input.peek(Ident::peek_any) {
        let word = input.call(Ident::parse_any)?;
        let takes = match word.to_string().as_str() {
            "other" => Takes::Other(word.span()),
            "unnamed" => Takes::Unnamed(word.span()),
            OWN_PAYLOAD | UNLISTED => {
                let sentence = format!(
                    "`{word}` must follow the event names: `#[{attribute}(\"a.name\", {word})]`"
                );
                return Err(Error::new(word.span(), sentence));
            }
            wrong => return Err(Error::new(word.span(), unknown_word(wrong, part.keys))),
        };
        let _ = input.parse::<Token![,]>();
        if input.is_empty() {
            return Ok(takes);
        }
        let sentence = if input.peek(LitStr) {
            format!("`{word}` stands alone: give the names a {} of their own", part.what)
        } else {
            format!("`{word}` stands alone: remove what follows it")
        };
        return Err(input.error(sentence));
    }
    let mut names = Names {
        all: Vec::new(),
        listed: Vec::new(),
        action: None,
        own_payload: None,
        unlisted: None,
    };
    while !input.is_empty() {
        // own_payload, unlisted
        if !input.peek(LitStr) && input.peek(Ident::peek_any) {
            let word = input.call(Ident::parse_any)?;
            let slot = match word.to_string().as_str() {
                OWN_PAYLOAD => &mut names.own_payload,
                UNLISTED => &mut names.unlisted,
                other => return Err(Error::new(word.span(), behind_names(other, part))),
            };
            if slot.replace(word.span()).is_some() {
                return Err(Error::new(word.span(), format!("duplicate `{word}`: remove one")));
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
            continue;
        }
        let name: LitStr = input.parse().map_err(|error| {
            let sentence =
                format!("an event's name must be a string in quotes: `#[{attribute}(\"a.name\")]`");
            Error::new(error.span(), sentence)
        })?;
        if name.value().is_empty() {
            let sentence = format!(
                "an event's name is not empty: `#[{attribute}(unnamed)]` takes deliveries without a name"
            );
            return Err(Error::new(name.span(), sentence));
        }
        let name = Spanned { span: name.span(), value: name.value() };
        names.listed.push(name.clone());
        names.all.push(name);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(Takes::Names(names))
}

/// About a word that stands behind names and does not belong there.
fn behind_names(word: &str, part: &Part) -> String {
    if word == "other" || word == "unnamed" {
        return format!("`{word}` stands alone: give it a {} of its own", part.what);
    }
    format!(
        "`{word}` cannot follow an event name: write another name in quotes, `{OWN_PAYLOAD}` or `{UNLISTED}`"
    )
}

fn unknown_word(word: &str, keys: &Known) -> String {
    if let Some((key, example)) = keys.iter().find(|(key, _)| *key == word) {
        return format!("`{key}` belongs on the whole, not on one part of it: `{example}` there");
    }
    match nearest(word, ["other", "unnamed"]) {
        Some(near) => format!(
            "`{word}` is not an event: did you mean `{near}`? Expected a name in quotes, `other` or `unnamed`"
        ),
        None => format!(
            "`{word}` is not an event: write its name in quotes, `\"{word}\"`, or `other` or `unnamed`"
        ),
    }
}

fn payload<'a>(cx: &Ctxt, variant: &Ident, fields: &'a Fields) -> Payload<'a> {
    for field in fields {
        for attribute in field.attrs.iter().filter(|attr| attr.path().is_ident("event")) {
            cx.error_at(attribute, "`#[event(..)]` stands on the variant, not on its field");
        }
    }
    match fields {
        Fields::Unit => return Payload::Nothing,
        Fields::Unnamed(unnamed) => match unnamed.unnamed.first() {
            Some(field) if unnamed.unnamed.len() == 1 => return Payload::Type(&field.ty),
            None => return Payload::Nothing,
            Some(_) => {}
        },
        Fields::Named(_) => {}
    }
    cx.error_at(
        fields,
        format!("a variant holds one payload without a name, or nothing: `{variant}(Payload)`"),
    );
    Payload::Nothing
}
