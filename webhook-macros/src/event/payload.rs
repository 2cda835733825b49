//! The constants that compare the types of payloads with the provider's.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Lifetime, PathArguments, Type, TypePath, spanned::Spanned as _};

use super::ast::Names;

/// How many types a row has in `WebhookEvent::Payloads`. The core knows it as well.
const ROW: usize = 24;

/// The constants of one expansion.
#[derive(Default)]
pub(crate) struct Comparisons {
    next: usize,
    /// Where the names stand in the provider's list.
    places: TokenStream,
    /// What compares a type that has a name outside of its item.
    early: TokenStream,
    /// What compares a type that only its `impl` block can name.
    late: TokenStream,
    /// Whether shapes are asked for.
    asks_shapes: bool,
}

impl Comparisons {
    /// Compares the type of a payload with the provider's for each name; `within` says whether only
    /// the `impl` block can name the type.
    ///
    /// Expands to:
    ///
    /// ```text
    /// const __0: Place = __PROVIDER.place("payout.successful");
    /// const _: fn() = || __Sender::payload::<fincra::Payout, { __0.0 }, { __0.1 }>();
    /// ```
    pub(crate) fn add(&mut self, names: &Names, ty: &TokenStream, cfg: &TokenStream, within: bool) {
        let takes_any = syn::parse2(ty.clone()).is_ok_and(|ty| is_raw_event(&ty));
        if takes_any {
            return;
        }
        self.add_shapes(names, ty, cfg, within);
        if names.own_payload.is_some() || names.unlisted.is_some() {
            return;
        }
        for name in &names.listed {
            let place = format_ident!("__{}", self.next);
            self.next += 1;
            let value = &name.value;
            self.places.extend(quote! {
                #cfg
                const #place: __webhook::check::Place = __PROVIDER.place(#value);
            });
            let span = ty.span();
            let function = quote_spanned!(span=> __Sender::payload);
            let compared = quote!(#function::<#ty, { #place.0 }, { #place.1 }>());
            if within {
                self.late.extend(quote!(#cfg let _: fn() = || #compared;));
            } else {
                self.early.extend(quote!(#cfg const _: fn() = || #compared;));
            }
        }
    }

    /// A type that `#[payload]` has checked against a schema is of the events that it was checked for.
    ///
    /// Expands to:
    ///
    /// ```text
    /// const _: () = __PROVIDER.carries(<Of<Paid>>::SHAPE, &["invoice.paid"]);
    /// ```
    fn add_shapes(&mut self, names: &Names, ty: &TokenStream, cfg: &TokenStream, within: bool) {
        self.asks_shapes = true;
        let names = names.listed.iter().map(|name| &name.value);
        let span = ty.span();
        let shape = quote_spanned!(span=> <__webhook::check::Of<#ty>>::SHAPE);
        let check = quote_spanned!(span=> __PROVIDER.carries(#shape, &[#(#names),*]));
        if within {
            self.late.extend(quote!(#cfg const { #check };));
        } else {
            self.early.extend(quote!(#cfg const _: () = #check;));
        }
    }

    /// What stands beside the item, with `sender` for the provider; and what stands within it.
    pub(crate) fn finish(self, sender: &TokenStream) -> (TokenStream, TokenStream) {
        let Self { next, places, early, late, asks_shapes } = self;
        if !asks_shapes {
            return (TokenStream::new(), TokenStream::new());
        }
        let sender = (next > 0).then(|| quote!(type __Sender = __webhook::check::#sender;));
        let beside = quote! {
            // Needed where the provider does not list its events, or nothing is known of the type.
            #[allow(unused_imports)]
            use __webhook::check::{Unlisted as _, Unshaped as _};
            #sender
            #places
            #early
        };
        (beside, late)
    }
}

/// A list of payloads as a type: rows of `(T,)`, or of `()` where any type will do.
pub(crate) fn list(payloads: &[Option<&Type>]) -> TokenStream {
    let rows = payloads.chunks(ROW).take(ROW).map(|row| {
        let row = row.iter().map(|payload| match payload {
            Some(ty) if !is_raw_event(ty) => quote!((#ty,)),
            _ => quote!(()),
        });
        quote!((#(#row,)*))
    });
    quote!((#(#rows,)*))
}

/// Whether this is a `RawEvent`, which takes any payload. Told by its name, as extractors are.
fn is_raw_event(ty: &Type) -> bool {
    let Type::Path(TypePath { path, qself: None, .. }) = ty else { return false };
    path.segments.last().is_some_and(|last| {
        last.ident == "RawEvent" && matches!(last.arguments, PathArguments::None)
    })
}

/// A type as it is named where `lifetime` is not: with `'_` in its place.
pub(crate) fn without(lifetime: Option<&Lifetime>, ty: &Type) -> TokenStream {
    match lifetime {
        Some(lifetime) => replace(&lifetime.ident, ty.to_token_stream()),
        None => ty.to_token_stream(),
    }
}

fn replace(lifetime: &Ident, tokens: TokenStream) -> TokenStream {
    let mut is_lifetime = false;
    let replaced = tokens.into_iter().map(|token| {
        let was_lifetime = std::mem::replace(&mut is_lifetime, is_apostrophe(&token));
        match token {
            TokenTree::Ident(ident) if was_lifetime && ident == *lifetime => {
                TokenTree::Ident(Ident::new("_", ident.span()))
            }
            TokenTree::Group(group) => {
                let mut inner =
                    proc_macro2::Group::new(group.delimiter(), replace(lifetime, group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            token => token,
        }
    });
    replaced.collect()
}

fn is_apostrophe(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '\'')
}
