//! What a derive of `WebhookEvent` says.

use proc_macro2::Span;
use syn::{Generics, Ident, Lifetime, Type};

use crate::{catalogue::ProviderRef, entries::Text, root::Root};

/// The enum and its attributes as they were written.
pub(crate) struct Written<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) root: Root,
    pub(crate) provider: Option<ProviderRef>,
    /// Where `ignore_others` stands.
    pub(crate) ignore_others: Option<Span>,
    pub(crate) variants: Vec<WrittenVariant<'a>>,
    /// Whether something of the enum is deprecated.
    pub(crate) deprecated: bool,
}

/// A variant as it was written; what could not be read is absent.
pub(crate) struct WrittenVariant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) takes: Option<Takes>,
    pub(crate) payload: Payload<'a>,
}

/// Which deliveries a variant takes.
#[derive(Clone)]
pub(crate) enum Takes {
    /// `#[event("a.name", ..)]`.
    Names(Names),
    /// `#[event(unnamed)]`: those without a name.
    Unnamed(Span),
    /// `#[event(other)]`: the rest.
    Other(Span),
}

/// The names of events that are taken.
#[derive(Clone)]
pub(crate) struct Names {
    pub(crate) all: Vec<Text>,
    /// The same as the provider lists them: of an action, the event's.
    pub(crate) listed: Vec<Text>,
    /// Where a payload names its action, if one is among the names.
    pub(crate) action: Option<Vec<&'static str>>,
    /// Where `own_payload` stands: that the payload's type need not be the provider's.
    pub(crate) own_payload: Option<Span>,
    /// Where `unlisted` stands: that the provider's list need not have the names.
    pub(crate) unlisted: Option<Span>,
}

/// What a variant holds.
#[derive(Clone, Copy)]
pub(crate) enum Payload<'a> {
    Nothing,
    Type(&'a Type),
}

/// An enum of events without mistakes.
pub(crate) struct Events<'a> {
    pub(crate) written: &'a Written<'a>,
    pub(crate) provider: &'a ProviderRef,
    pub(crate) lifetime: Option<&'a Lifetime>,
    pub(crate) variants: Vec<Variant<'a>>,
}

/// A variant without mistakes.
pub(crate) struct Variant<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) takes: &'a Takes,
    pub(crate) payload: Payload<'a>,
}
