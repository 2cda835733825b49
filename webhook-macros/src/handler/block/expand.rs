//! The handler beside its block.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Type, spanned::Spanned as _};

use super::{
    super::{
        agreement::agreement,
        ast::{Given, Source, Written},
        expand::{acknowledges, answer, further, ignores, takes as takes_names, task},
        signature,
    },
    ast::{Block, Handlers, Method},
};
use crate::{
    event::{Takes, payload::Comparisons, with_action},
    provider,
};

/// Expands to:
///
/// ```text
/// impl Payments { .. }
///
/// impl Payments {
///     pub fn endpoint(self, secrets: impl Into<Secrets>) -> Result<Endpoint<Self>, SetupError> { .. }
/// }
/// impl Handler for Payments {
///     type Provider = ..;
///     type State = ();
///     async fn call(&self, context: Context<'_, Self::State>) -> Result<Answer, HandlerError> {
///         match check::event(context.delivery)? {
///             Some("payout.successful") => {
///                 let event = take::<fincra::Payout>(Undecoded::of(context.delivery))?;
///                 IntoAnswer::into_answer(Self::paid(self, event).await)
///             }
///             _ => Err(HandlerError::Unhandled),
///         }
///     }
/// }
/// ```
pub(crate) fn handlers(handlers: &Handlers<'_>) -> TokenStream {
    let Handlers { written, block, .. } = handlers;
    let (provider, declaration) = match &handlers.source {
        Source::Provider(provider) => (provider.ty(), None),
        Source::Inline(checked) => {
            (quote!(Self), Some(provider::inline(&block.ty, checked, &written.keys)))
        }
    };
    let (checks, late) = checks(handlers, &provider);
    let call = call(handlers);
    let takes = handlers.methods.iter().all(|method| matches!(method.takes, Takes::Names(_)));
    let takes = takes.then(|| takes_names(&names(&handlers.methods)));
    let ignores = takes.as_ref().and(written.ignore_others).map(|_| ignores());
    let task = match &block.ty {
        Type::Path(path) => path.path.segments.last().map(|segment| task(&segment.ident)),
        _ => None,
    };
    let call = quote!(#takes #ignores #task #call);
    let implementation = implementation(block, &provider, handlers.state, &call, &late);
    let enclosed = written.root.enclose(&quote!(#implementation #declaration #checks));
    let item = block.item();
    let allow = carried(block);
    quote!(#item #allow #enclosed)
}

/// The same for a block with mistakes: its errors, the block, and a handler that never runs.
pub(crate) fn fallback(written: &Written, block: &Block, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    let item = block.item();
    // Without the bounds that a handler needs, parameters would be blamed as well.
    let is_generic = !block.generics.params.is_empty();
    let has_endpoint = block
        .members
        .iter()
        .filter_map(|member| member.sig.as_ref())
        .any(|sig| sig.ident == "endpoint");
    if is_generic || has_endpoint || block.of.is_some() || !matches!(block.ty, Type::Path(_)) {
        return quote!(#errors #item);
    }
    let provider = match &written.provider {
        Given::Provider(provider) => provider.ty(),
        Given::Unreadable | Given::Nothing => quote!(__webhook::check::Unknown),
    };
    let state = written.state.as_ref().or_else(|| {
        let sigs = block.members.iter().filter_map(|member| member.sig.as_ref());
        sigs.flat_map(|sig| &sig.inputs).find_map(|input| match input {
            syn::FnArg::Typed(argument) => signature::state_of(&argument.ty),
            syn::FnArg::Receiver(_) => None,
        })
    });
    let call = quote! {
        async fn call(
            &self,
            _: __webhook::Context<'_, Self::State>,
        ) -> __webhook::Result<__webhook::Answer, __webhook::HandlerError> {
            __webhook::core::unreachable!()
        }
    };
    let implementation = implementation(block, &provider, state, &call, &TokenStream::new());
    let enclosed = written.root.enclose(&implementation);
    quote!(#errors #item #enclosed)
}

fn implementation(
    block: &Block,
    provider: &TokenStream,
    state: Option<&Type>,
    call: &TokenStream,
    late: &TokenStream,
) -> TokenStream {
    let ty = &block.ty;
    let (impl_generics, _, where_clause) = block.generics.split_for_impl();
    let state = state.map_or_else(|| quote!(()), ToTokens::to_token_stream);
    quote! {
        impl #impl_generics #ty #where_clause {
            /// Makes the handlers ready to be mounted, with the secrets that they trust.
            ///
            /// # Errors
            ///
            /// If there is no secret, or one that cannot be a key of the provider's scheme.
            pub fn endpoint(
                self,
                secrets: impl __webhook::core::convert::Into<__webhook::Secrets>,
            ) -> __webhook::Result<__webhook::Endpoint<Self>, __webhook::SetupError> {
                #late
                __webhook::Endpoint::new(self, secrets)
            }
        }
        impl #impl_generics __webhook::Handler for #ty #where_clause {
            type Provider = #provider;
            type State = #state;
            #call
        }
    }
}

fn call(handlers: &Handlers<'_>) -> TokenStream {
    // Never of the block's own place: that may be within a `macro_rules!`, where a name is another
    // one.
    let context = Ident::new("__context", Span::call_site());
    let methods = &handlers.methods;
    let arms = methods.iter().filter(|method| !method.is_other()).map(arm);
    let others = methods.iter().filter(|method| method.is_other()).map(arm);
    // What no method takes; without an arm of its own if there is always one for all the rest.
    let unhandled = (!methods.iter().any(|method| method.is_other() && method.cfg.is_empty()))
        .then(|| quote!(_ => __webhook::Err(__webhook::HandlerError::Unhandled),));
    // At the type, so that a future that is not `Send` is blamed there; but still generated, so that
    // lints of users' code are not about it.
    let blamed = Span::call_site().located_at(handlers.block.ty.span());
    let signature = quote_spanned! {blamed=>
        async fn call(
            &self,
            #context: __webhook::Context<'_, Self::State>,
        ) -> __webhook::Result<__webhook::Answer, __webhook::HandlerError>
    };
    let lists = methods.iter().filter_map(|method| match &method.takes {
        Takes::Names(names) => Some(names),
        Takes::Unnamed(_) | Takes::Other(_) => None,
    });
    let told_by = with_action(lists, quote!(__webhook::check::event(#context.delivery)?));
    quote! {
        #signature {
            let __from = __webhook::Undecoded::of(#context.delivery);
            match #told_by {
                #(#arms)*
                #(#others)*
                #unhandled
            }
        }
    }
}

fn arm(method: &Method<'_>) -> TokenStream {
    let Method { ident, cfg, takes, event, output, .. } = method;
    let pattern = match takes {
        Takes::Names(names) => {
            let names = names.all.iter().map(|name| &name.value);
            quote!(__webhook::Some(#(#names)|*))
        }
        Takes::Unnamed(_) => quote!(__webhook::None),
        Takes::Other(_) => quote!(_),
    };
    let taken = match event {
        None => quote!(__webhook::whole(__from, ())?;),
        Some(ty) if method.is_other() => {
            quote!(let __event = <#ty as __webhook::Rest>::take(__from)?;)
        }
        Some(ty) => quote!(let __event = __webhook::take::<#ty>(__from)?;),
    };
    let event = event.map(|_| quote!(__event,));
    let (names, further) = further(&method.further);
    let answer = answer(output);
    quote! {
        #(#cfg)*
        #pattern => {
            #taken
            #further
            #answer::into_answer(Self::#ident(self, #event #(#names),*).await)
        }
    }
}

/// The constants that agree with the provider's declaration or do not compile: those beside the
/// block, and those that only a type can evaluate, because they name its parameters or `Self`.
fn checks(handlers: &Handlers<'_>, provider: &TokenStream) -> (TokenStream, TokenStream) {
    let Handlers { written, block, methods, .. } = handlers;
    let is_generic = !block.generics.params.is_empty();
    let (mut early, mut late) = (TokenStream::new(), TokenStream::new());
    let mut comparisons = Comparisons::default();
    let is_declared = matches!(handlers.source, Source::Provider(_));
    if is_declared {
        agreement(&written.keys, &mut early);
    }
    for method in methods {
        let cfg = &method.cfg;
        if let Takes::Names(names) = &method.takes {
            early.extend(names.sent(&quote!(#(#cfg)*)));
            if let (true, Some(ty)) = (is_declared, method.event) {
                let within = is_generic || names_self(ty);
                comparisons.add(names, &ty.to_token_stream(), &quote!(#(#cfg)*), within);
            }
        }
        if let Some(check) = acknowledges(method.output) {
            if is_generic || names_self(method.output) {
                late.extend(quote!(#(#cfg)* const { #check };));
            } else {
                early.extend(quote!(#(#cfg)* const _: () = #check;));
            }
        }
    }
    let takes_others = methods.iter().any(|method| method.is_other() && method.cfg.is_empty());
    if written.ignore_others.is_none() && !takes_others {
        let names = names(methods);
        let check = quote_spanned!(block.ty.span()=> __PROVIDER.without_method(__NAMES));
        early.extend(quote! {
            const __NAMES: &[&__webhook::str] = &[#(#names),*];
            const _: () = #check;
        });
    }
    if early.is_empty() && late.is_empty() {
        return (early, late);
    }
    let ty = &block.ty;
    let (declared, sender) = if is_generic {
        (quote!(of_provider::<#provider>()), quote!(Sender<#provider>))
    } else {
        (quote!(of_handler::<#ty>()), quote!(SenderTo<#ty>))
    };
    let (compared, compared_late) = comparisons.finish(&sender);
    late.extend(compared_late);
    let checks = quote! {
        const __PROVIDER: __webhook::Declared = __webhook::#declared;
        #early
        #compared
    };
    (checks, late)
}

/// The names that have a method, each where it is compiled.
fn names(methods: &[Method<'_>]) -> Vec<TokenStream> {
    let mut all = Vec::new();
    for Method { cfg, takes, .. } in methods {
        if let Takes::Names(names) = takes {
            let names = names.listed.iter().map(|name| &name.value);
            all.extend(names.map(|name| quote!(#(#cfg)* #name)));
        }
    }
    all
}

fn names_self(named: &impl ToTokens) -> bool {
    fn any(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => ident == "Self",
            TokenTree::Group(group) => any(group.stream()),
            _ => false,
        })
    }
    any(named.to_token_stream())
}

/// The attributes of generated items: they are there when the block is, and what users were warned
/// about once is not worth a second warning.
fn carried(block: &Block) -> TokenStream {
    let members = block.members.iter().flat_map(|member| &member.attrs);
    let mut attrs = block.attrs.iter().chain(members);
    let deprecated = attrs.any(|attr| attr.path().is_ident("deprecated"));
    let allow = deprecated.then(|| quote!(#[allow(deprecated)]));
    let cfg = block.attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
    quote!(#(#cfg)* #allow)
}
