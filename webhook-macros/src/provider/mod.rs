//! `#[derive(Provider)]`.

mod ast;
mod expand;
mod parse;
#[cfg(test)]
mod tests;

pub(crate) use expand::{implementation, inline};
use proc_macro2::TokenStream;

use crate::ctxt::Ctxt;

/// The expansion; mistakes become errors beside an implementation that type-checks.
pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let input = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let cx = Ctxt::new();
    let written = parse::read(&cx, &input);
    let checked = written.check(&cx);
    match cx.finish(checked) {
        Ok(provider) => expand::provider(&provider),
        Err(error) => expand::fallback(&written, &error),
    }
}
