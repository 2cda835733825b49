//! A declaration as a constant: what differs from one that says nothing.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use crate::grammar::{Checked, Declaration, Owned, ToRust};

/// Expands to:
///
/// ```text
/// __webhook::Scheme::of(__webhook::Checked {
///     name: "acme",
///     headers: &["x-signature"],
///     ack: __webhook::Some(200u16),
///     ..__webhook::Checked::EMPTY
/// })
/// ```
pub(crate) fn scheme(checked: &Checked<Owned>) -> TokenStream {
    let checked = parsed(&checked.to_constant());
    quote!(__webhook::Scheme::of(#checked))
}

/// A value of the grammar's as the constant that it becomes.
pub(crate) fn constant(value: &impl ToRust) -> TokenStream {
    let mut text = String::new();
    value.to_rust(&mut text);
    parsed(&text)
}

/// What the grammar writes are expressions.
fn parsed(expression: &str) -> TokenStream {
    match expression.parse::<TokenStream>() {
        Ok(tokens) => tokens,
        Err(error) => {
            let sentence = format!("this is a bug in webhook-kit, please report it: {error}");
            quote!(::core::compile_error!(#sentence)).into_token_stream()
        }
    }
}

/// That the algorithms of a declaration are compiled; nothing for those that always are.
pub(crate) fn features(checked: &Checked<Owned>, keys: &Declaration<Span>) -> TokenStream {
    let others = keys.alternative.iter().zip(&checked.alternatives);
    let others = others.map(|(keys, way)| (&keys.algo, way.algorithm));
    let mut checks = TokenStream::new();
    for (written, algorithm) in std::iter::once((&keys.algo, checked.algorithm)).chain(others) {
        if let (Some(written), false) = (written, algorithm.features().is_empty()) {
            let algorithm = format_ident!("{}", algorithm.variant());
            let check = quote_spanned! {written.span=>
                __webhook::check::algorithm(__webhook::Algorithm::#algorithm)
            };
            checks.extend(quote!(const _: () = #check;));
        }
    }
    checks
}
