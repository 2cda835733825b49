//! Expansions name nothing that users could have named otherwise.
#![no_implicit_prelude]
#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]
#![allow(dead_code, unused_imports, non_camel_case_types, reason = "the names are the test")]

extern crate webhook_kit as renamed;

/// Stands where a prelude's name, or a crate's, is expected.
mod shadows {
    pub(crate) struct Ok;
    pub(crate) struct Err;
    pub(crate) struct Some;
    pub(crate) struct None;
    pub(crate) struct Result;
    pub(crate) struct Option;
    pub(crate) struct Into;
    pub(crate) struct Send;
    pub(crate) struct str;
    pub(crate) struct u16;
    pub(crate) struct usize;
    pub(crate) struct bool;
    pub(crate) mod core {}
    pub(crate) mod std {}
    pub(crate) mod webhook_kit {}
}
use self::shadows::*;

/// Names that expansions have for themselves are users' names outside.
mod __webhook {}
const __PROVIDER: () = ();
const __0: () = ();
struct __Sender;

/// A provider.
#[derive(::core::fmt::Debug, renamed::Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", ack = 200, crate = renamed)]
struct r#Acme;

/// Events.
#[derive(renamed::WebhookEvent)]
#[event(provider = Acme, crate = renamed)]
enum r#Event {
    #[event("ping")]
    r#type,
    #[event(other)]
    Other(renamed::RawEvent),
}

/// A payload.
#[renamed::payload("github", "pull_request.opened", "pull_request.closed", crate = renamed)]
#[derive(::core::fmt::Debug)]
pub struct r#Pull<'a> {
    action: ::std::borrow::Cow<'a, ::core::primitive::str>,
    number: ::core::primitive::u64,
    #[at("/pull_request/user")]
    r#type: ::core::option::Option<User>,
    #[at(unlisted)]
    newer: ::core::option::Option<renamed::value::Json>,
}

/// A part of it.
#[renamed::payload("github", "pull_request", at = "/pull_request/user", crate = renamed)]
#[derive(::core::fmt::Debug)]
pub struct User {
    login: ::std::string::String,
}

/// Actions.
#[derive(renamed::WebhookEvent)]
#[event(provider = "github", ignore_others, crate = renamed)]
enum Pulls<'a> {
    #[event("pull_request.opened")]
    Opened(Pull<'a>),
    #[event("pull_request", "issues.closed")]
    Other(renamed::RawEvent),
}

/// A handler whose name is a keyword.
#[renamed::webhook(provider = Acme, crate = renamed, algo = "sha256")]
async fn r#match(event: Event, r#type: renamed::Delivery) -> renamed::Ack {
    ::std::println!("{} {type:?}", event.name());
    renamed::Ack
}

macro_rules! declare {
    ($provider:ident, $event:ident, $handler:ident, $name:literal, $payload:ty) => {
        #[derive(renamed::Provider)]
        #[provider(algo = "sha256", header = $name, event_type = "/type", crate = renamed)]
        struct $provider;

        #[derive(renamed::WebhookEvent)]
        #[event(provider = $provider, crate = renamed)]
        enum $event {
            #[event($name)]
            Named($payload),
        }

        #[renamed::webhook(provider = $provider, header = $name, crate = renamed)]
        async fn $handler(event: $event) {
            let $event::Named(payload) = event;
            ::std::println!("{payload}");
        }
    };
}

declare!(Made, MadeEvent, on_made, "x-made", ::std::string::String);

/// Deprecated items do not warn from within expansions.
#[deprecated]
#[renamed::webhook(header = "x-signature", algo = "sha256", crate = renamed)]
async fn on_old(event: renamed::RawEvent) {
    ::std::println!("{}", event.name());
}

/// What is not compiled has no handler either, whichever attribute stands first.
#[renamed::webhook(header = "x-signature", algo = "sha256", crate = renamed)]
#[cfg(any())]
async fn never(event: Never) {}

#[cfg(any())]
#[renamed::webhook(header = "x-signature", algo = "sha256", crate = renamed)]
async fn never_either(event: Never) {}

/// A payload type of one's own, and one of the provider's.
#[derive(renamed::WebhookEvent)]
#[event(provider = Acme, ignore_others, crate = renamed)]
enum Own {
    #[cfg(any())]
    #[event("ping")]
    Never(Never),
    #[event("ping", own_payload)]
    Ping(::std::string::String),
}

/// Lints that are allowed for a handler are allowed for what is made of it.
#[allow(non_upper_case_globals, non_snake_case)]
#[renamed::webhook(provider = Acme, event = "ping", crate = renamed)]
async fn OnPing(r#type: renamed::RawEvent) {
    ::std::println!("{}", r#type.name());
}

/// A type whose name is a keyword, with methods whose names are.
struct r#impl;

#[renamed::webhook(provider = Acme, crate = renamed)]
impl r#impl {
    #[on("ping")]
    async fn r#match(&self, r#type: renamed::Delivery) -> renamed::Ack {
        ::std::println!("{type:?}");
        renamed::Ack
    }

    #[deprecated]
    #[on(other)]
    async fn call(&self, event: renamed::RawEvent) {
        ::std::println!("{}", event.name());
    }

    #[cfg(any())]
    #[on("ping")]
    async fn never(&self, event: Never) {}
}

macro_rules! block {
    ($handlers:ident, $method:ident, $name:literal, $payload:ty) => {
        struct $handlers;

        #[renamed::webhook(provider = Acme, crate = renamed, ignore_others)]
        impl $handlers {
            #[on($name)]
            async fn $method(&self, payload: $payload) {
                ::std::println!("{payload}");
            }
        }
    };
}

block!(Block, on_block, "ping", ::std::string::String);

fn main() {
    /// Items inside functions.
    #[derive(renamed::Provider)]
    #[provider(algo = "sha256", header = "x-signature", crate = renamed)]
    struct Local;

    #[renamed::webhook(provider = Local, crate = renamed)]
    async fn on_local(event: renamed::RawEvent) {
        ::std::println!("{}", event.name());
    }

    let secret = || renamed::Secret::new("whsec");
    let _ = r#match::endpoint(secret());
    let _ = on_made::endpoint(secret());
    let _ = on_local::endpoint(secret());
    let _ = r#impl.endpoint(secret());
    let _ = Block.endpoint(secret());
}
