//! What `#[webhook(..)]` says, and what it stands on.

use proc_macro2::{Span, TokenStream};
use syn::{Attribute, Signature, Type, Visibility};

use crate::{
    catalogue::ProviderRef,
    entries::{Key, Text},
    event::Names,
    grammar::{Checked, Declaration, Owned},
    root::Root,
};

/// The attribute as it was written.
pub(crate) struct Written {
    pub(crate) root: Root,
    pub(crate) provider: Given,
    pub(crate) state: Option<Type>,
    /// Where `ignore_others` stands.
    pub(crate) ignore_others: Option<Span>,
    /// Where `own_payload` stands.
    pub(crate) own_payload: Option<Span>,
    /// Where `unlisted` stands.
    pub(crate) unlisted: Option<Span>,
    /// `event = "a.name"`: the one event to take.
    pub(crate) event: Vec<Text>,
    /// The keys of a declaration: a whole one, or a part that has to agree with the provider's.
    pub(crate) keys: Declaration<Span>,
    /// The keys that were given.
    pub(crate) seen: Vec<Key>,
}

/// What the attribute says about the provider.
pub(crate) enum Given {
    /// Nothing: the scheme stands inline.
    Nothing,
    /// Something that could not be read.
    Unreadable,
    Provider(ProviderRef),
}

/// An annotated function. Its body stays as it was written, also when it is half-written.
pub(crate) struct Function {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) sig: Signature,
    /// The whole item.
    pub(crate) item: TokenStream,
}

/// A handler without mistakes.
pub(crate) struct Handler<'a> {
    pub(crate) written: &'a Written,
    pub(crate) function: &'a Function,
    pub(crate) source: Source<'a>,
    /// `event = "a.name"`: the one event that it takes.
    pub(crate) only: Option<Names>,
    pub(crate) arguments: Arguments<'a>,
    pub(crate) state: Option<&'a Type>,
}

/// Whose deliveries a handler takes.
pub(crate) enum Source<'a> {
    Provider(&'a ProviderRef),
    /// The handler declares its provider itself.
    Inline(Box<Checked<Owned>>),
}

/// The arguments of a handler.
pub(crate) struct Arguments<'a> {
    pub(crate) event: &'a Type,
    pub(crate) further: Vec<&'a Type>,
}
