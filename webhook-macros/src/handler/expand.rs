//! The handler beside its function.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{Attribute, FnArg, Ident, ReturnType, Type, ext::IdentExt as _, spanned::Spanned as _};

use super::{
    agreement::agreement,
    ast::{Function, Given, Handler, Source, Written},
    signature,
};
use crate::{entries::Text, event::payload::Comparisons, provider};

/// Expands to:
///
/// ```text
/// async fn on_fincra(event: fincra::Event) { .. }
///
/// struct on_fincra {}
/// impl on_fincra {
///     fn endpoint(secrets: impl Into<Secrets>) -> Result<Endpoint<Self>, SetupError> { .. }
/// }
/// impl Handler for on_fincra {
///     type Provider = ..;
///     type State = ();
///     async fn call(&self, context: Context<'_, Self::State>) -> Result<Answer, HandlerError> {
///         let event = <fincra::Event as FromEvent<'_, Self::Provider, _>>::from_event(context.delivery)?;
///         IntoAnswer::into_answer(on_fincra(event).await)
///     }
/// }
/// ```
pub(crate) fn handler(handler: &Handler<'_>) -> TokenStream {
    let Handler { written, function, .. } = handler;
    let ident = &function.sig.ident;
    let (provider, declaration) = match &handler.source {
        Source::Provider(provider) => (provider.ty(), None),
        Source::Inline(checked) => {
            (quote!(Self), Some(provider::inline(ident, checked, &written.keys)))
        }
    };
    let call = call(handler);
    let checks = checks(handler);
    let item = &function.item;
    let structure = structure(function);
    let takes = handler.only_listed().map(|name| takes(&[&name.value]));
    let ignores = takes.as_ref().and(written.ignore_others).map(|_| ignores());
    let task = task(&function.sig.ident);
    let call = quote!(#takes #ignores #task #call);
    let implementation = implementation(function, &provider, handler.state, &call);
    let enclosed = written.root.enclose(&quote!(#implementation #declaration #checks));
    // The macro asks for `async`, whether the body waits for anything or not.
    let allow = carried(function);
    quote!(#[allow(clippy::unused_async)] #item #structure #allow #enclosed)
}

/// The same for a handler with mistakes: its errors, the function, and a handler that never runs.
pub(crate) fn fallback(written: &Written, function: &Function, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    let item = &function.item;
    if function.sig.inputs.iter().any(|input| matches!(input, FnArg::Receiver(_))) {
        // Within an impl block no type can be declared.
        return quote!(#errors #item);
    }
    let declaration = || {
        let scheme = quote!(__webhook::Scheme::new("", __webhook::Algorithm::HmacSha256, &[]));
        provider::implementation(&function.sig.ident, &scheme, None)
    };
    let (provider, declaration) = match &written.provider {
        Given::Provider(provider) => (provider.ty(), None),
        Given::Unreadable => (quote!(__webhook::check::Unknown), None),
        Given::Nothing => (quote!(Self), Some(declaration())),
    };
    let state = written.state.as_ref().or_else(|| {
        function.sig.inputs.iter().find_map(|input| match input {
            FnArg::Typed(argument) => signature::state_of(&argument.ty),
            FnArg::Receiver(_) => None,
        })
    });
    let body = quote! {
        async fn call(
            &self,
            _: __webhook::Context<'_, Self::State>,
        ) -> __webhook::Result<__webhook::Answer, __webhook::HandlerError> {
            __webhook::core::unreachable!()
        }
    };
    let structure = structure(function);
    let implementation = implementation(function, &provider, state, &body);
    let enclosed = written.root.enclose(&quote!(#implementation #declaration));
    let allow = carried(function);
    quote!(#errors #item #structure #allow #enclosed)
}

/// The type that shares the function's name.
fn structure(function: &Function) -> TokenStream {
    let Function { attrs, vis, sig, .. } = function;
    let ident = &sig.ident;
    let carried = attrs.iter().filter(|attr| is_carried(attr));
    let own = format!(
        "The handler `{ident}`; [`endpoint`](Self::endpoint) makes it ready to be mounted."
    );
    let documented = attrs.iter().any(|attr| attr.path().is_ident("doc"));
    let own = (!documented).then(|| quote!(#[doc = #own]));
    quote! {
        #own
        #(#carried)*
        // It has the name of a function, for `on_fincra::endpoint(..)`.
        #[allow(non_camel_case_types)]
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
        #vis struct #ident {}
    }
}

fn is_carried(attr: &Attribute) -> bool {
    ["cfg", "doc", "allow", "deprecated"].iter().any(|name| attr.path().is_ident(name))
}

/// The attributes of generated items: they are there when the function is, and what users were
/// warned about once is not worth a second warning.
fn carried(function: &Function) -> TokenStream {
    let deprecated = function.attrs.iter().any(|attr| attr.path().is_ident("deprecated"));
    let allow = deprecated.then(|| quote!(#[allow(deprecated)]));
    let cfg = function.attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
    quote!(#(#cfg)* #allow)
}

fn implementation(
    function: &Function,
    provider: &TokenStream,
    state: Option<&Type>,
    call: &TokenStream,
) -> TokenStream {
    let Function { vis, sig, .. } = function;
    let ident = &sig.ident;
    let state = state.map_or_else(|| quote!(()), ToTokens::to_token_stream);
    quote! {
        impl #ident {
            /// Makes the handler ready to be mounted, with the secrets that it trusts.
            ///
            /// # Errors
            ///
            /// If there is no secret, or one that cannot be a key of the provider's scheme.
            #vis fn endpoint(
                secrets: impl __webhook::core::convert::Into<__webhook::Secrets>,
            ) -> __webhook::Result<__webhook::Endpoint<Self>, __webhook::SetupError> {
                __webhook::Endpoint::new(Self {}, secrets)
            }
        }
        impl __webhook::Handler for #ident {
            type Provider = #provider;
            type State = #state;
            #call
        }
    }
}

fn call(handler: &Handler<'_>) -> TokenStream {
    let ident = &handler.function.sig.ident;
    // Never of the function's own place: that may be within a `macro_rules!`, where a name is
    // another one.
    let context = Ident::new("__context", Span::call_site());
    let event = handler.arguments.event;
    let event = if let Some((name, at)) = handler.only_action() {
        quote! {
            __webhook::check::only_action::<#event>(#context.delivery, &[#(#at),*], #name)?
        }
    } else if let Some(name) = handler.only_name() {
        let name = &name.value;
        quote!(__webhook::check::only::<#event>(#context.delivery, #name)?)
    } else {
        quote! {
            <#event as __webhook::FromEvent<'_, Self::Provider, _>>::from_event(#context.delivery)?
        }
    };
    let (names, further) = further(&handler.arguments.further);
    let answer = answer(&handler.function.sig.output);
    // At the function's name, so that a future that is not `Send` is blamed there; but still
    // generated, so that lints of users' code are not about it.
    let blamed = Span::call_site().located_at(ident.span());
    let signature = quote_spanned! {blamed=>
        async fn call(
            &self,
            #context: __webhook::Context<'_, Self::State>,
        ) -> __webhook::Result<__webhook::Answer, __webhook::HandlerError>
    };
    quote! {
        // The paths of the signature stand at the user's word, where that lint sees them.
        #[allow(unused_qualifications)]
        #signature {
            let __event = #event;
            #further
            #answer::into_answer(#ident(__event #(, #names)*).await)
        }
    }
}

/// The further arguments: their names, and what takes them from the delivery.
pub(crate) fn further(types: &[&Type]) -> (Vec<Ident>, TokenStream) {
    let context = Ident::new("__context", Span::call_site());
    let names: Vec<Ident> =
        (1..=types.len()).map(|index| format_ident!("__argument_{index}")).collect();
    let taken = quote! {
        #(let #names = <#types as __webhook::FromDelivery<Self::State>>::from_delivery(#context)?;)*
    };
    (names, taken)
}

/// The trait that makes an answer of what a handler returns, blamed at that type.
pub(crate) fn answer(output: &ReturnType) -> TokenStream {
    match output {
        ReturnType::Type(_, ty) if !matches!(**ty, Type::ImplTrait(_)) => {
            quote!(<#ty as __webhook::IntoAnswer>)
        }
        _ => quote!(__webhook::IntoAnswer),
    }
}

/// Whether the status that a handler's type fixes acknowledges a delivery.
pub(crate) fn acknowledges(output: &ReturnType) -> Option<TokenStream> {
    let ReturnType::Type(_, ty) = output else { return None };
    if matches!(**ty, Type::ImplTrait(_) | Type::Never(_)) {
        return None;
    }
    let status = quote!(<#ty as __webhook::IntoAnswer>::STATUS);
    Some(quote_spanned!(ty.span()=> __PROVIDER.acknowledges(#status)))
}

/// The constants that agree with the provider's declaration or do not compile.
fn checks(handler: &Handler<'_>) -> TokenStream {
    let ident = &handler.function.sig.ident;
    let mut checks = TokenStream::new();
    if matches!(handler.source, Source::Provider(_)) {
        agreement(&handler.written.keys, &mut checks);
    }
    if let Some(names) = &handler.only {
        checks.extend(names.sent(&TokenStream::new()));
    }
    if let Some(check) = acknowledges(&handler.function.sig.output) {
        checks.extend(quote!(const _: () = #check;));
    }
    if checks.is_empty() {
        return checks;
    }
    if let Some(names) = &handler.only {
        let mut comparisons = Comparisons::default();
        let ty = handler.arguments.event;
        comparisons.add(names, &ty.to_token_stream(), &TokenStream::new(), false);
        checks.extend(comparisons.finish(&quote!(SenderTo<#ident>)).0);
    }
    quote! {
        const __PROVIDER: __webhook::Declared = __webhook::of_handler::<#ident>();
        #checks
    }
}

/// The name under which an inbox keeps what is left to do.
pub(crate) fn task(ident: &Ident) -> TokenStream {
    let name = ident.unraw().to_string();
    quote! {
        const TASK: __webhook::Option<&'static __webhook::str> = __webhook::Some(#name);
    }
}

/// That the events that a handler does not take are ignored.
pub(crate) fn ignores() -> TokenStream {
    quote! {
        const PARTS: &'static [__webhook::Option<&'static [&'static __webhook::str]>] =
            &[Self::TAKES, __webhook::None];
    }
}

/// The names of the events that a handler takes.
pub(crate) fn takes(names: &[impl ToTokens]) -> TokenStream {
    quote! {
        const TAKES: __webhook::Option<&'static [&'static __webhook::str]> =
            __webhook::Some(&[#(#names),*]);
    }
}

impl Handler<'_> {
    fn only_name(&self) -> Option<&Text> {
        self.only.as_ref()?.all.first()
    }

    /// The one event's name as the provider lists it.
    fn only_listed(&self) -> Option<&Text> {
        self.only.as_ref()?.listed.first()
    }

    /// The one action, and where a payload names it.
    fn only_action(&self) -> Option<(&str, &[&'static str])> {
        let only = self.only.as_ref()?;
        Some((&only.all.first()?.value, only.action.as_ref()?))
    }
}
