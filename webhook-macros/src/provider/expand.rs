//! The implementation of `Provider`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::ast::{Events, Provider, Shape, Written};
use crate::{
    grammar::{Checked, Declaration, Owned},
    scheme::{features, scheme},
};

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
    let mut scheme = scheme(&provider.scheme);
    if let Some(custom) = &written.custom {
        scheme.extend(quote!(.with_custom(&#custom)));
    }
    let implementation = implementation(written.ident, &scheme, written.events.as_ref());
    let features = features(&provider.scheme, &written.keys);
    written.root.enclose(&quote!(#implementation #features))
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

/// The same for a handler that declares its scheme inline.
pub(crate) fn inline(
    ty: &impl ToTokens,
    checked: &Checked<Owned>,
    keys: &Declaration<Span>,
) -> TokenStream {
    let implementation = implementation(ty, &scheme(checked), None);
    let features = features(checked, keys);
    quote!(#implementation #features)
}

/// `impl Provider for Acme { .. }`.
pub(crate) fn implementation(
    ty: &impl ToTokens,
    scheme: &TokenStream,
    events: Option<&Events>,
) -> TokenStream {
    let names = events.map(names);
    let sends = match events {
        Some(Events::Of(events)) => quote! {
            impl __webhook::check::Sends for #ty {
                type Events = #events;
            }
            // Evaluated here, so that the check within is.
            const _: () = { let _ = <#ty as __webhook::Provider>::EVENTS; };
        },
        Some(Events::Names(_)) | None => TokenStream::new(),
    };
    quote! {
        #[automatically_derived]
        impl __webhook::Provider for #ty {
            const SCHEME: &'static __webhook::Scheme = &#scheme;
            #names
        }
        #sends
    }
}

fn names(events: &Events) -> TokenStream {
    let names = match events {
        Events::Of(ty) => {
            // Through the schemes alone: the names of events are what is made here.
            let provider = quote!(<#ty as __webhook::WebhookEvent<'static>>::Provider);
            let theirs = quote!(<#provider as __webhook::Provider>::SCHEME);
            let own =
                quote_spanned!(ty.span()=> __webhook::check::events_are_of(#theirs, Self::SCHEME));
            quote! {{
                #own;
                <#ty as __webhook::WebhookEvent<'static>>::NAMES
            }}
        }
        Events::Names(names) => {
            let names = names.iter().map(|name| &name.value);
            quote!(&[#(#names),*])
        }
    };
    quote!(const EVENTS: &'static [&'static __webhook::str] = #names;)
}
