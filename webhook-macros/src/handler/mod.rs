//! `#[webhook(..)]`.

mod ast;
mod attribute;
mod check;
mod expand;
mod parse;
mod signature;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ctxt::Ctxt;

/// The expansion; mistakes become errors beside the item and a handler that type-checks.
pub(crate) fn webhook(args: TokenStream, item: &TokenStream) -> TokenStream {
    let cx = Ctxt::new();
    let attribute = attribute::read(&cx, args);
    match parse::item(item.clone()) {
        Ok(function) => {
            let handler = check::handler(&cx, &attribute, &function);
            match cx.finish(handler) {
                Ok(handler) => expand::handler(&handler),
                Err(error) => expand::fallback(&attribute, &function, &error),
            }
        }
        Err(error) => {
            cx.push(error);
            let errors = match cx.finish(None::<()>) {
                Ok(()) => TokenStream::new(),
                Err(error) => error.into_compile_error(),
            };
            quote!(#item #errors)
        }
    }
}
