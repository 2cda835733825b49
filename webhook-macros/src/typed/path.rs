//! `path!(..)`: a pointer into a payload, checked against what the provider publishes.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{
    Error, Ident, LitStr, Token,
    ext::IdentExt,
    parse::{ParseStream, Parser},
};
use webhook_schema::{Event, Found, Lost, Schema};

use crate::{
    ctxt::Ctxt,
    entries::Text,
    event::UNLISTED,
    grammar::Spanned,
    publisher::{self, lost},
};

const EXAMPLE: &str = "`path!(\"stripe\", \"invoice.paid\", \"/status_transitions/paid_at\")`";

/// What was written.
struct Path {
    provider: Text,
    event: Text,
    pointer: Text,
    is_unlisted: bool,
}

/// Expands to the pointer; to an empty one beside the mistakes.
pub(crate) fn path(tokens: TokenStream) -> TokenStream {
    let cx = Ctxt::new();
    let pointer = match read.parse2(tokens) {
        Ok(path) => {
            check(&cx, &path);
            Some(path.pointer)
        }
        Err(error) => {
            cx.push(error);
            None
        }
    };
    match cx.finish(pointer) {
        Ok(Spanned { span, value }) => quote_spanned!(span=> #value),
        Err(error) => {
            let errors = error.into_compile_error();
            quote!({ #errors "" })
        }
    }
}

/// Reads `"provider", "event", "/a/place"`, and perhaps `, unlisted`.
fn read(input: ParseStream<'_>) -> syn::Result<Path> {
    let provider = literal(input, "a provider")?;
    let event = literal(input, "an event")?;
    let pointer = literal(input, "a place")?;
    let mut is_unlisted = false;
    if !input.is_empty() {
        let span = input.span();
        let word = input.call(Ident::parse_any).ok().filter(|word| word == UNLISTED);
        if word.is_none() {
            return Err(Error::new(span, behind()));
        }
        is_unlisted = true;
        let _ = input.parse::<Token![,]>();
    }
    if input.is_empty() {
        return Ok(Path { provider, event, pointer, is_unlisted });
    }
    Err(input.error(behind()))
}

fn behind() -> String {
    format!("nothing but `{UNLISTED}` follows the place: {EXAMPLE}")
}

fn literal(input: ParseStream<'_>, what: &str) -> syn::Result<Text> {
    let missing =
        |span| Error::new(span, format!("{what} is missing, a text in quotes: {EXAMPLE}"));
    if input.is_empty() {
        return Err(missing(Span::call_site()));
    }
    let text: LitStr = input.parse().map_err(|error: Error| missing(error.span()))?;
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok(Spanned { span: text.span(), value: text.value() })
}

fn check(cx: &Ctxt, path: &Path) {
    let Some(schema) = publisher::schema(cx, &path.provider) else { return };
    if path.is_unlisted {
        return;
    }
    let Some(publisher::Sent { event, .. }) = publisher::event(cx, &schema, &path.event) else {
        return;
    };
    if path.pointer.value.split('/').any(|part| part == "*") {
        let sentence = "a pointer counts the items of a list, and `*` stands for none of them: `/lines/data/0`";
        cx.error(path.pointer.span, sentence);
    } else if let Err(problem) = at(&schema, &event, &path.pointer.value) {
        let sentence = lost(&schema, &path.event.value, "", &problem, UNLISTED);
        cx.error(path.pointer.span, sentence);
    }
}

/// What stands at a pointer, in which numbers count the items of lists.
fn at(
    schema: &Schema<'static>,
    event: &Event<'static>,
    pointer: &str,
) -> Result<Found<'static>, Lost<'static>> {
    let mut known = pointer.to_owned();
    loop {
        match schema.at(event, &known) {
            Err(Lost::List { before, name }) if name.bytes().all(|byte| byte.is_ascii_digit()) => {
                let rest = known.get(before.len() + 1 + name.len()..).unwrap_or_default();
                known = format!("{before}/*{rest}");
            }
            found => return found,
        }
    }
}
