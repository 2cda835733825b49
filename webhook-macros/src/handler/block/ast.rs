//! What an impl block of handlers says.

use proc_macro2::{Ident, Span, TokenStream};
use syn::{
    Attribute, Generics, ReturnType, Signature, Type,
    token::{For, Impl},
};

use super::super::ast::{Source, Written};
use crate::event::Takes;

/// An annotated block as it was written.
pub(crate) struct Block {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) impl_token: Impl,
    pub(crate) generics: Generics,
    /// The trait that it implements, and the `for` behind it.
    pub(crate) of: Option<(Type, For)>,
    pub(crate) ty: Type,
    /// Where its braces stand.
    pub(crate) braces: Span,
    pub(crate) inner: Vec<Attribute>,
    pub(crate) members: Vec<Member>,
}

/// What stands in a block.
pub(crate) struct Member {
    /// All but `#[on(..)]`.
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) on: Vec<Attribute>,
    /// Absent if it is no function.
    pub(crate) sig: Option<Signature>,
    /// All that follows the attributes. A body stays as it was written, also when it is
    /// half-written.
    pub(crate) tokens: TokenStream,
}

/// A block without mistakes.
pub(crate) struct Handlers<'a> {
    pub(crate) written: &'a Written,
    pub(crate) block: &'a Block,
    pub(crate) source: Source<'a>,
    pub(crate) state: Option<&'a Type>,
    pub(crate) methods: Vec<Method<'a>>,
}

/// A method that takes events.
pub(crate) struct Method<'a> {
    pub(crate) ident: &'a Ident,
    /// Whether it is compiled at all: carried over to all that names it.
    pub(crate) cfg: Vec<&'a Attribute>,
    pub(crate) takes: Takes,
    pub(crate) event: Option<&'a Type>,
    pub(crate) further: Vec<&'a Type>,
    pub(crate) output: &'a ReturnType,
}
