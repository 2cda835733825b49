//! The keys of `#[webhook(..)]`.

use proc_macro2::TokenStream;

use super::ast::{Given, Written};
use crate::{
    catalogue::ProviderRef,
    ctxt::Ctxt,
    entries::{Known, flag, path, read_entries_of, texts, ty},
    event::{OWN_PAYLOAD, UNLISTED},
    grammar::Declaration,
    root::Root,
    scheme,
};

pub(crate) const OWN_KEYS: &Known = &[
    ("provider", "provider = \"fincra\""),
    ("event", "event = \"payment.made\""),
    ("state", "state = AppState"),
    (OWN_PAYLOAD, OWN_PAYLOAD),
    (UNLISTED, UNLISTED),
    ("ignore_others", "ignore_others"),
    ("crate", "crate = some::path"),
];

/// Reads the attribute's keys; what is wrong is reported.
pub(crate) fn read(cx: &Ctxt, args: TokenStream) -> Written {
    let mut written = Written {
        root: Root::default(),
        provider: Given::Nothing,
        state: None,
        ignore_others: None,
        own_payload: None,
        unlisted: None,
        event: Vec::new(),
        keys: Declaration::default(),
        seen: Vec::new(),
    };
    let known = [OWN_KEYS, scheme::KEYS].concat();
    read_entries_of(cx, args, "`#[webhook(..)]`", &known, &mut |key, input| {
        written.seen.push(key.clone());
        match key.name.as_str() {
            // provider = "fincra", provider = some::Type
            "provider" => {
                written.provider = Given::Unreadable;
                if let Some(provider) = ProviderRef::read(cx, key, input)? {
                    written.provider = Given::Provider(provider);
                }
            }
            // state = AppState
            "state" => written.state = Some(ty(key, input)?),
            // event = "payment.made"
            "event" => written.event = texts(key, input)?,
            // own_payload
            OWN_PAYLOAD => {
                flag(key, input)?;
                written.own_payload = Some(key.span);
            }
            // unlisted
            UNLISTED => {
                flag(key, input)?;
                written.unlisted = Some(key.span);
            }
            // ignore_others
            "ignore_others" => {
                flag(key, input)?;
                written.ignore_others = Some(key.span);
            }
            // crate = some::path
            "crate" => written.root = Root::new(path(key, input)?),
            _ => {
                scheme::read(cx, key, input, &mut written.keys)?;
            }
        }
        Ok(())
    });
    written
}
