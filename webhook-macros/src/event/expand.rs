//! The implementation of `WebhookEvent`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::{
    actions::with_action,
    ast::{Events, Names, Payload, Takes, Variant, Written},
    payload::{self, Comparisons},
};
use crate::catalogue::ProviderRef;

/// Expands to:
///
/// ```text
/// impl<'de> WebhookEvent<'de> for Money {
///     type Provider = ..;
///     const NAMES: &'static [&'static str] = &["payout.successful", ..];
///     type Payloads = (((fincra::Payout,), ..),);
///     fn take(name: Option<&str>, from: Undecoded<'_, 'de>) -> Result<Option<Self>, DecodeError> {
///         Ok(Some(match name { .. }))
///     }
/// }
/// impl Money { pub fn name(&self) -> &str { .. } }
/// const __PROVIDER: Declared = of_events::<Money>();
/// const _: () = __PROVIDER.event("payout.successful");
/// const _: () = __PROVIDER.left_out(NAMES);
/// type __Sender = SenderOf<Money>;
/// const __0: Place = __PROVIDER.place("payout.successful");
/// const _: fn() = || __Sender::payload::<fincra::Payout, { __0.0 }, { __0.1 }>();
/// ```
pub(crate) fn events(events: &Events<'_>) -> TokenStream {
    let Written { ident, generics, .. } = events.written;
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let provider = events.provider.ty();
    let names = names(events);
    let told_by = with_action(lists(events), quote!(__name));
    let payloads = payloads(events);
    let arms = events.variants.iter().filter(|variant| !is_other(variant)).map(arm);
    let last = last_arm(events);
    let name = name(events.written, &name_arms(events));
    let checks = checks(events);
    let (lifetime, impl_generics) = match events.lifetime {
        Some(lifetime) => (lifetime.to_token_stream(), impl_generics.to_token_stream()),
        None => (quote!('de), quote!(<'de>)),
    };
    let enclosed = events.written.root.enclose(&quote! {
        #[automatically_derived]
        impl #impl_generics __webhook::WebhookEvent<#lifetime> for #ident #ty_generics #where_clause {
            type Provider = #provider;
            const NAMES: &'static [&'static __webhook::str] = &[#(#names),*];
            type Payloads = #payloads;
            fn take(
                __name: __webhook::Option<&__webhook::str>,
                __from: __webhook::Undecoded<'_, #lifetime>,
            ) -> __webhook::Result<__webhook::Option<Self>, __webhook::DecodeError> {
                let __event = match #told_by {
                    #(#arms)*
                    #last
                };
                __webhook::Ok(__webhook::Some(__event))
            }
        }
        #name
        #checks
    });
    let allow = allow_deprecated(events.written);
    quote!(#allow #enclosed)
}

/// The same for an enum with mistakes: its errors, and an implementation that never runs.
pub(crate) fn fallback(written: &Written<'_>, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    let ident = written.ident;
    let (_, ty_generics, where_clause) = written.generics.split_for_impl();
    let params = &written.generics.params;
    let unknown = || quote!(__webhook::check::Unknown);
    let provider = written.provider.as_ref().map_or_else(unknown, ProviderRef::ty);
    let name = name(written, &quote!(_ => __webhook::core::unreachable!(),));
    let enclosed = written.root.enclose(&quote! {
        #[automatically_derived]
        impl<'__de, #params> __webhook::WebhookEvent<'__de> for #ident #ty_generics #where_clause {
            type Provider = #provider;
            const NAMES: &'static [&'static __webhook::str] = &[];
            type Payloads = ();
            fn take(
                _: __webhook::Option<&__webhook::str>,
                _: __webhook::Undecoded<'_, '__de>,
            ) -> __webhook::Result<__webhook::Option<Self>, __webhook::DecodeError> {
                __webhook::core::unreachable!()
            }
        }
        #name
    });
    quote!(#errors #enclosed)
}

fn is_other(variant: &Variant<'_>) -> bool {
    matches!(variant.takes, Takes::Other(_))
}

/// The names as the provider lists them, each once.
fn names<'a>(events: &'a Events<'_>) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for name in lists(events).flat_map(|names| &names.listed) {
        // Only actions of one event have the same name.
        if !all.contains(&name.value.as_str()) {
            all.push(&name.value);
        }
    }
    all
}

fn lists<'a>(events: &'a Events<'_>) -> impl Iterator<Item = &'a Names> + Clone {
    events.variants.iter().filter_map(|variant| match variant.takes {
        Takes::Names(names) => Some(names),
        Takes::Unnamed(_) | Takes::Other(_) => None,
    })
}

/// The types of the payloads, one for each name.
fn payloads(events: &Events<'_>) -> TokenStream {
    let mut payloads = Vec::new();
    for variant in &events.variants {
        if let Takes::Names(names) = variant.takes {
            let ty = match variant.payload {
                Payload::Nothing => None,
                Payload::Type(ty) => Some(ty),
            };
            payloads.extend(names.all.iter().map(|_| ty));
        }
    }
    payload::list(&payloads)
}

fn arm(variant: &Variant<'_>) -> TokenStream {
    let pattern = match variant.takes {
        Takes::Names(names) => {
            let names = names.all.iter().map(|name| &name.value);
            quote!(__webhook::Some(#(#names)|*))
        }
        Takes::Unnamed(_) | Takes::Other(_) => quote!(__webhook::None),
    };
    let ident = variant.ident;
    let value = match variant.payload {
        Payload::Nothing => quote!(__webhook::whole(__from, Self::#ident)?),
        Payload::Type(ty) => {
            quote!(Self::#ident(__webhook::take::<#ty>(__from)?))
        }
    };
    quote!(#pattern => #value,)
}

/// What the names that have no variant come to.
fn last_arm(events: &Events<'_>) -> TokenStream {
    let Some(other) = events.variants.iter().find(|variant| is_other(variant)) else {
        return quote!(_ => return __webhook::Ok(__webhook::None),);
    };
    let ident = other.ident;
    match other.payload {
        Payload::Nothing => quote!(_ => __webhook::whole(__from, Self::#ident)?,),
        // A field of another type is blamed at that type.
        Payload::Type(ty) => {
            quote!(_ => Self::#ident(<#ty as __webhook::Rest>::take(__from)?),)
        }
    }
}

fn name_arms(events: &Events<'_>) -> TokenStream {
    let arms = events.variants.iter().map(|variant| {
        let ident = variant.ident;
        match (variant.takes, variant.payload) {
            (Takes::Names(names), _) => {
                let name = names.all.first().map(|name| &name.value);
                quote!(Self::#ident { .. } => #name,)
            }
            (Takes::Other(_), Payload::Type(ty)) => {
                quote!(Self::#ident(__event) => <#ty as __webhook::Rest>::name(__event),)
            }
            (Takes::Unnamed(_) | Takes::Other(_), _) => quote!(Self::#ident { .. } => "",),
        }
    });
    arms.collect()
}

fn name(written: &Written<'_>, arms: &TokenStream) -> TokenStream {
    let Written { ident, generics, .. } = written;
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    quote! {
        impl #impl_generics #ident #ty_generics #where_clause {
            /// The event's name; empty if it has none. Of several that a variant takes, the first.
            pub fn name(&self) -> &__webhook::str {
                match self { #arms }
            }
        }
    }
}

impl Names {
    /// That the provider sends events of these names, as far as that is asked.
    ///
    /// `cfg` says when.
    pub(crate) fn sent(&self, cfg: &TokenStream) -> TokenStream {
        let asked = if self.unlisted.is_some() { quote!(unlisted) } else { quote!(event) };
        let checks = self.listed.iter().map(|name| {
            let value = &name.value;
            let check = quote_spanned!(name.span=> __PROVIDER.#asked(#value));
            quote!(#cfg const _: () = #check;)
        });
        checks.collect()
    }
}

fn checks(events: &Events<'_>) -> TokenStream {
    let Written { ident, ignore_others, .. } = events.written;
    let lifetimes = events.lifetime.map(|_| quote!(<'static>));
    let mut checks = quote! {
        const __PROVIDER: __webhook::Declared = __webhook::of_events::<#ident #lifetimes>();
    };
    for variant in &events.variants {
        if let Takes::Names(names) = variant.takes {
            checks.extend(names.sent(&TokenStream::new()));
        }
    }
    if ignore_others.is_none() && !events.variants.iter().any(is_other) {
        let names = quote!(<#ident #lifetimes as __webhook::WebhookEvent<'static>>::NAMES);
        let check = quote_spanned!(ident.span()=> __PROVIDER.left_out(#names));
        checks.extend(quote!(const _: () = #check;));
    }
    let mut comparisons = Comparisons::default();
    for variant in &events.variants {
        if let (Takes::Names(names), Payload::Type(ty)) = (variant.takes, variant.payload) {
            let ty = payload::without(events.lifetime, ty);
            comparisons.add(names, &ty, &TokenStream::new(), false);
        }
    }
    let (beside, _) = comparisons.finish(&quote!(SenderOf<#ident #lifetimes>));
    checks.extend(beside);
    checks
}

/// What users were warned about once is not worth a second warning in generated code.
fn allow_deprecated(written: &Written<'_>) -> Option<TokenStream> {
    written.deprecated.then(|| quote!(#[allow(deprecated)]))
}
