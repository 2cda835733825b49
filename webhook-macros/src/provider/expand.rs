//! The implementation of `Provider`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Type;

use super::ast::{Provider, Shape, Written};
use crate::scheme::scheme;

/// Expands to:
///
/// ```text
/// impl Provider for Acme {
///     const SCHEME: &'static Scheme = &Scheme::new(..)..;
///     const EVENTS: &'static [&'static __webhook::str] = <Event as WebhookEvent<'static>>::NAMES;
/// }
/// impl check::Sends for Acme { type Events = Event; }
/// ```
pub(crate) fn provider(provider: &Provider<'_>) -> TokenStream {
    let written = provider.written;
    let mut scheme = scheme(&provider.scheme, &written.keys);
    if let Some(custom) = &written.custom {
        scheme.extend(quote!(.with_custom(&#custom)));
    }
    let implementation = implementation(written.ident, &scheme, written.events.as_ref());
    written.root.enclose(&implementation)
}

/// The same for a declaration with mistakes: its errors, and a scheme that never runs.
pub(crate) fn fallback(written: &Written<'_>, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    if written.shape == Shape::Generic {
        return errors;
    }
    let scheme = quote!(__webhook::Scheme::new("", __webhook::Algorithm::HmacSha256, &[]));
    let implementation = implementation(written.ident, &scheme, written.events.as_ref());
    let enclosed = written.root.enclose(&implementation);
    quote!(#errors #enclosed)
}

/// `impl Provider for Acme { .. }`, also for handlers that declare their scheme inline.
pub(crate) fn implementation(
    ty: &impl ToTokens,
    scheme: &TokenStream,
    events: Option<&Type>,
) -> TokenStream {
    let names = events.map(names);
    let sends = events.map(|events| {
        quote! {
            impl __webhook::check::Sends for #ty {
                type Events = #events;
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl __webhook::Provider for #ty {
            const SCHEME: &'static __webhook::Scheme = &#scheme;
            #names
        }
        #sends
    }
}

fn names(ty: &Type) -> TokenStream {
    quote! {
        const EVENTS: &'static [&'static __webhook::str] =
            <#ty as __webhook::WebhookEvent<'static>>::NAMES;
    }
}
