//! The procedural macros of webhook-kit. Depend on `webhook-kit`, which documents and re-exports
//! them, not on this crate.

use proc_macro::TokenStream;

mod catalogue;
mod ctxt;
mod entries;
mod event;
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the core uses what the macros do not"
)]
mod grammar;
mod handler;
mod kebab;
mod provider;
mod root;
mod scheme;
#[cfg(test)]
mod snapshot;

/// Makes a webhook handler of an async function.
#[proc_macro_attribute]
pub fn webhook(args: TokenStream, item: TokenStream) -> TokenStream {
    handler::webhook(args.into(), &item.into()).into()
}

/// Declares a provider: how it signs, and where things stand in its deliveries.
#[proc_macro_derive(Provider, attributes(provider))]
pub fn provider(input: TokenStream) -> TokenStream {
    provider::derive(input.into()).into()
}

/// Makes an enum of a provider's events, one variant a name.
#[proc_macro_derive(WebhookEvent, attributes(event))]
pub fn webhook_event(input: TokenStream) -> TokenStream {
    event::derive(input.into()).into()
}
