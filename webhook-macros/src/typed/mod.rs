//! `#[payload(..)]`: a struct of one's own, checked against what the provider publishes.

mod ast;
mod check;
mod expand;
mod kinds;
mod parse;
mod path;
mod rust;
#[cfg(test)]
mod tests;

pub(crate) use path::path;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ctxt::Ctxt;

/// The expansion; mistakes become errors beside the struct and a reader that type-checks.
pub(crate) fn payload(args: TokenStream, item: &TokenStream) -> TokenStream {
    let cx = Ctxt::new();
    let written = match parse::read(&cx, args, item.clone()) {
        Ok(written) => written,
        Err(error) => {
            cx.push(error);
            let errors = match cx.finish(None::<()>) {
                Ok(()) => TokenStream::new(),
                Err(error) => error.into_compile_error(),
            };
            return quote!(#item #errors);
        }
    };
    let payload = check::payload(&cx, &written);
    match cx.finish(payload) {
        Ok(payload) => expand::payload(&payload),
        Err(error) => expand::fallback(&written, &error),
    }
}
