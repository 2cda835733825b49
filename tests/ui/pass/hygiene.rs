//! Expansions name nothing that users could have named otherwise.
#![no_implicit_prelude]
#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]
#![allow(dead_code, unused_imports, non_camel_case_types, reason = "the names are the test")]

extern crate webhook_kit as renamed;

/// Stands where a prelude's name, or a crate's, is expected.
mod shadows {
    pub struct Ok;
    pub struct Err;
    pub struct Some;
    pub struct None;
    pub struct Result;
    pub struct Option;
    pub struct Into;
    pub struct Send;
    pub struct str;
    pub struct u16;
    pub mod core {}
    pub mod std {}
    pub mod webhook_kit {}
}
use self::shadows::*;

/// A provider.
#[derive(::core::fmt::Debug, renamed::Provider)]
#[provider(algo = "sha256", header = "x-signature", event = "/type", ack = 200, crate = renamed)]
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

/// A handler whose name is a keyword.
#[renamed::webhook(provider = Acme, crate = renamed, algo = "sha256")]
async fn r#match(event: Event, r#type: renamed::Delivery) -> renamed::Ack {
    ::std::println!("{} {type:?}", event.name());
    renamed::Ack
}

macro_rules! declare {
    ($provider:ident, $event:ident, $handler:ident, $name:literal, $payload:ty) => {
        #[derive(renamed::Provider)]
        #[provider(algo = "sha256", header = $name, event = "/type", crate = renamed)]
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
