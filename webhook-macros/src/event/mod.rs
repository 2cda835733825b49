//! `#[derive(WebhookEvent)]`.

mod actions;
mod ast;
mod check;
mod expand;
mod parse;
pub(crate) mod payload;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;

pub(crate) use self::{
    actions::with_action,
    ast::{Names, Takes},
    check::Taking,
    parse::{OWN_PAYLOAD, Part, UNLISTED},
};

use crate::ctxt::Ctxt;

/// The expansion; mistakes become errors beside an implementation that type-checks.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let input = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let cx = Ctxt::new();
    let written = parse::read(&cx, &input);
    let events = check::events(&cx, &written);
    match cx.finish(events) {
        Ok(events) => expand::events(&events),
        Err(error) => expand::fallback(&written, &error),
    }
}
