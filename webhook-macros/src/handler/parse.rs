//! The item under `#[webhook(..)]`.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{
    Attribute, Error, Signature, Token, Visibility,
    parse::{ParseStream, Parser},
};

use super::ast::Function;

/// Reads an annotated function.
pub(crate) fn item(item: TokenStream) -> syn::Result<Function> {
    let whole = item.clone();
    let parser = move |input: ParseStream<'_>| function(input, whole);
    parser.parse2(item)
}

fn function(input: ParseStream<'_>, item: TokenStream) -> syn::Result<Function> {
    let attrs = input.call(Attribute::parse_outer)?;
    let vis: Visibility = input.parse()?;
    if !is_function(input) {
        return Err(Error::new(
            input.cursor().token_tree().map_or_else(Span::call_site, |(token, _)| token.span()),
            "`#[webhook]` stands on an `async fn`, the handler, or on an `impl` block of several: move it there",
        ));
    }
    let sig: Signature = input.parse()?;
    // The body is not looked at.
    while !input.is_empty() {
        input.parse::<TokenTree>()?;
    }
    Ok(Function { attrs, vis, sig, item })
}

/// Whether a function follows, with any qualifiers before its `fn`.
pub(crate) fn is_function(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    loop {
        if ahead.peek(Token![fn]) {
            return true;
        }
        let qualifier = ahead.peek(Token![const])
            || ahead.peek(Token![async])
            || ahead.peek(Token![unsafe])
            || ahead.peek(Token![extern])
            || ahead.peek(syn::LitStr);
        if !qualifier || ahead.parse::<TokenTree>().is_err() {
            return false;
        }
    }
}
