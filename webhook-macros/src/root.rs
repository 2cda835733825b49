//! The one path by which generated code reaches the runtime.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

/// `::webhook_kit`, or what `crate = path` says.
#[derive(Clone, Default)]
pub(crate) struct Root(Option<Path>);

impl Root {
    pub(crate) fn new(path: Path) -> Self {
        Self(Some(path))
    }

    /// Wraps generated items into a block of their own, in which `__webhook` is the runtime: no
    /// name of theirs can be seen from outside.
    pub(crate) fn enclose(&self, items: &TokenStream) -> TokenStream {
        quote! {
            const _: () = {
                use #self::__private as __webhook;
                #items
            };
        }
    }
}

impl ToTokens for Root {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match &self.0 {
            Some(path) => path.to_tokens(tokens),
            None => tokens.extend(quote!(::webhook_kit)),
        }
    }
}
