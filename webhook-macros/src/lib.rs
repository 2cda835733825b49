//! The procedural macros of webhook-kit. Depend on `webhook-kit`, which documents and re-exports
//! them, not on this crate.

use proc_macro::TokenStream;
use webhook_grammar as grammar;

mod catalogue;
mod ctxt;
mod entries;
mod event;
mod handler;
mod kebab;
mod provider;
mod publisher;
mod root;
mod scheme;
#[cfg(test)]
mod snapshot;
mod typed;

/// Makes a webhook handler of an async function, or of an impl block whose methods take events.
///
/// ```text
/// #[webhook(provider = "fincra")]                      on an async fn: takes every event
/// #[webhook(provider = some::Provider)]                a provider of your own
/// #[webhook(provider = "..", event = "a.name")]        takes this one event, beside other handlers
/// #[webhook(provider = "..", event = "..", ignore_others)]  by itself: acknowledges other events
/// #[webhook(provider = "..", event = "..", own_payload)]    into a payload type of your own
/// #[webhook(provider = "..", event = "..", unlisted)]  an event that is newer than the list
/// #[webhook(provider = "..", state = AppState)]        where the state's type cannot be seen
/// #[webhook(provider = "..", ignore_others)]           on an impl block: acknowledges other events
/// #[webhook(algo = "..", header = "..", ..)]           declares the provider, see `#[derive(Provider)]`
///
/// #[on("a.name", "another.name")]                      on a method: takes these events
/// #[on("a.name", own_payload)]   #[on("a.name", unlisted)]
/// #[on(other)]                                         all others
/// #[on(unnamed)]                                       deliveries that name no event
/// ```
///
/// On a function, the first argument is the event, further ones are extractors. The function stays
/// callable; `name::endpoint(secrets)` makes it ready to be mounted.
///
/// The event is an enum that derives `WebhookEvent`, a `RawEvent`, the whole body as any type that
/// serde can read, or, with `event = "a.name"` in the attribute, the payload of that one event.
///
/// On an impl block, `#[on("a.name", ..)]`, `#[on(other)]` and `#[on(unnamed)]` say which events a
/// method takes. Its first argument after `&self` is the payload (of `other`: a `RawEvent`), unless
/// it is a `Delivery`, a `State<..>` or an `Envelope<..>`: then the payload is not decoded. An event
/// that the provider sends and no method takes is an error, unless there is an `#[on(other)]` or the
/// attribute says `ignore_others`. The methods stay callable; `value.endpoint(secrets)` makes them
/// ready to be mounted.
///
/// A payload has the type that the provider's own enum of events gives it, boxed or not, or is a
/// `RawEvent`; a type of one's own is said beside the event's name: `#[on("a.name", own_payload)]`,
/// or `event = "a.name", own_payload` on a function. An event that is newer than the provider's list
/// is taken by `unlisted` in the same place; it may be in the list, or come to be, and nothing of it
/// is compared.
#[proc_macro_attribute]
pub fn webhook(args: TokenStream, item: TokenStream) -> TokenStream {
    handler::webhook(args.into(), &item.into()).into()
}

/// Makes a payload of a struct of your own, checked against what the provider publishes.
///
/// ```text
/// #[payload("provider", "an.event", ..)]                        the payload of these events
/// #[payload("provider", "an.event", at = "/lines/data/*")]      a part of it: an object, or the elements of a list
/// #[payload("provider", "an.event", unlisted)]                  of an event that is newer than the schema
/// ```
///
/// A field stands at the member that it is named for, or where `#[at("/status_transitions/paid_at")]` says. One that may be
/// missing or null is an `Option`. A member that is newer than the schema is `#[at(unlisted)]` or
/// `#[at("/a/member", unlisted)]`, and an `Option`.
///
/// What is published decides which types a field may have:
///
/// | published | types |
/// |---|---|
/// | a text | `String`, `Cow<'_, str>` |
/// | one of several texts | the same, or an enum by `open_enum!`, whose words are checked |
/// | a time, a day in a text | `Timestamp`, or a text |
/// | a number in a text | `Decimal`, or a text |
/// | a whole number | integers, `Decimal` |
/// | seconds since 1970 | `UnixTime`, integers |
/// | a number that may have a fraction | `Decimal`, `f64` |
/// | `true` or `false` | `bool` |
/// | an object | another `#[payload]` struct, checked to be one for this place |
/// | a list; an object whose keys are no names | `Vec<..>`; `HashMap<String, ..>` |
/// | not said, or not always the same | `Json`, or any `Option` |
///
/// Everywhere, `Json` and `serde_json::Value` take anything; a type of which nothing is known is yours to answer for.
///
/// Members that are not asked for break nothing. Of those that are, a missing one breaks the delivery unless the field
/// is an `Option`. A value of another kind than published is `None` in an `Option`, and
/// `Delivery::mismatches` tells it. It is read with `serde_json` from a text.
#[proc_macro_attribute]
pub fn payload(args: TokenStream, item: TokenStream) -> TokenStream {
    typed::payload(args.into(), &item.into()).into()
}

/// A JSON pointer into a payload, checked against what the provider publishes.
///
/// ```text
/// path!("stripe", "invoice.paid", "/status_transitions/paid_at")
/// path!("stripe", "invoice.paid", "/lines/data/0/amount")       numbers count the items of lists
/// path!("stripe", "invoice.paid", "/a/newer/member", unlisted)  newer than the schema: not compared
/// ```
///
/// It is the pointer, a `&'static str`.
#[proc_macro]
pub fn path(tokens: TokenStream) -> TokenStream {
    typed::path(tokens.into()).into()
}

#[doc = include_str!("provider.md")]
#[doc = include_str!("reference.md")]
#[proc_macro_derive(Provider, attributes(provider))]
pub fn provider(input: TokenStream) -> TokenStream {
    provider::derive(input.into()).into()
}

/// Makes an enum of a provider's events, one variant a name.
///
/// ```text
/// #[event(provider = "fincra")]                        on the enum: whose events they are
/// #[event(provider = "..", ignore_others)]             other events are acknowledged
///
/// #[event("a.name", "another.name")]                   on a variant: takes these events
/// #[event("a.name", own_payload)]   #[event("a.name", unlisted)]
/// #[event(other)]                                      all others
/// #[event(unnamed)]                                    deliveries that name no event
/// ```
///
/// `#[event(provider = ..)]` on the enum says whose events they are. On its variants,
/// `#[event("a.name", ..)]`, `#[event(other)]` and `#[event(unnamed)]` say which events a variant
/// takes. What it holds, the payload, has the type that the provider's own enum of events gives it,
/// boxed or not, or is a `RawEvent`; a type of one's own is said beside the name:
/// `#[event("a.name", own_payload)]`. An event that is newer than the provider's list is taken by
/// `#[event("a.name", unlisted)]`, and nothing of it is compared. An event that the provider sends and no variant takes is an
/// error, unless there is an `#[event(other)]` or the enum says `ignore_others`.
#[proc_macro_derive(WebhookEvent, attributes(event))]
pub fn webhook_event(input: TokenStream) -> TokenStream {
    event::derive(input.into()).into()
}
