//! `#[webhook(..)]`.

mod agreement;
mod ast;
mod attribute;
mod block;
mod check;
mod expand;
mod parse;
mod signature;
#[cfg(test)]
mod tests;

pub(crate) use signature::text;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ctxt::Ctxt;

/// The expansion; mistakes become errors beside the item and a handler that type-checks.
pub(crate) fn webhook(args: TokenStream, item: &TokenStream) -> TokenStream {
    let cx = Ctxt::new();
    let attribute = attribute::read(&cx, args);
    if block::is_block(item) {
        return match block::read(item.clone()) {
            Ok(block) => block::webhook(cx, &attribute, &block),
            Err(error) => unread(cx, item, error),
        };
    }
    match parse::item(item.clone()) {
        Ok(function) => {
            let handler = check::handler(&cx, &attribute, &function);
            match cx.finish(handler) {
                Ok(handler) => expand::handler(&handler),
                Err(error) => expand::fallback(&attribute, &function, &error),
            }
        }
        Err(error) => unread(cx, item, error),
    }
}

/// An item that is no handler: it stays as it is, beside the errors.
fn unread(cx: Ctxt, item: &TokenStream, error: syn::Error) -> TokenStream {
    cx.push(error);
    let errors = match cx.finish(None::<()>) {
        Ok(()) => TokenStream::new(),
        Err(error) => error.into_compile_error(),
    };
    quote!(#item #errors)
}
