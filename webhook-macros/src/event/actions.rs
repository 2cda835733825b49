//! Actions: `pull_request.opened` is the event `pull_request` whose payload says `opened`.
//!
//! Which events have actions, and where they stand, the provider's schema says. The name with the action
//! is the name that variants and methods are told apart by; all that is compared with the provider's list
//! goes by the event's own.

use proc_macro2::TokenStream;
use quote::quote;

use super::ast::Names;
use crate::{
    catalogue::ProviderRef,
    ctxt::Ctxt,
    entries::Text,
    grammar::Spanned,
    publisher::{action_unknown, there},
};

impl Names {
    /// Finds the names that are actions; one that the event does not have is reported.
    pub(crate) fn resolve(&mut self, cx: &Ctxt, provider: Option<&ProviderRef>) {
        let Some(ProviderRef::Catalogue { name, .. }) = provider else { return };
        let Some(schema) = webhook_schema::of(name) else { return };
        let Some(pointer) = schema.action() else { return };
        for (full, listed) in self.all.iter().zip(&mut self.listed) {
            if schema.event(&full.value).is_some() {
                continue;
            }
            let Some((before, action)) = full.value.rsplit_once('.') else { continue };
            let Some(event) = schema.event(before).filter(|event| !event.actions.is_empty()) else {
                continue;
            };
            let known: Vec<&str> = event.actions.iter().map(AsRef::as_ref).collect();
            if !known.contains(&action) && self.unlisted.is_none() {
                cx.error(full.span, action_unknown(name, before, action, &there(action, &known)));
            }
            *listed = Spanned { span: full.span, value: before.to_owned() };
            self.action = Some(pointer.trim_start_matches('/').split('/').collect());
        }
    }

    /// The names that are actions, and those of their events.
    pub(crate) fn actions(&self) -> impl Iterator<Item = (&Text, &str)> {
        let pairs = self.all.iter().zip(&self.listed);
        pairs
            .filter(|(full, listed)| full.value != listed.value)
            .map(|(full, listed)| (full, listed.value.as_str()))
    }
}

/// The name that parts are told apart by: that of the action, if one of them takes it.
///
/// Expands to `name`, or to:
///
/// ```text
/// check::with_action(name, &__from, &["action"], &["pull_request.opened", ..])?
/// ```
pub(crate) fn with_action<'a>(
    all: impl Iterator<Item = &'a Names> + Clone,
    name: TokenStream,
) -> TokenStream {
    let Some(at) = all.clone().find_map(|names| names.action.as_ref()) else { return name };
    let taken = all.flat_map(Names::actions).map(|(full, _)| &full.value);
    quote!(__webhook::check::with_action(#name, &__from, &[#(#at),*], &[#(#taken),*])?)
}
