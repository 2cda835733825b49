//! What a derive of `Provider` says.

use proc_macro2::Span;
use syn::{Ident, Path, Type};

use crate::{
    ctxt::Ctxt,
    entries::Text,
    grammar::{Checked, Declaration, Owned},
    root::Root,
};

/// The attribute as it was written.
pub(crate) struct Written<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) root: Root,
    pub(crate) keys: Declaration<Span>,
    pub(crate) events: Option<Events>,
    /// `custom = some::Code`.
    pub(crate) custom: Option<Path>,
    /// Where keys are missing that are missing.
    pub(crate) whole: Span,
    /// Whether anything can be implemented for the type.
    pub(crate) shape: Shape,
}

/// The names of the events that the provider sends.
pub(crate) enum Events {
    /// `events = some::Type`: those of an enum.
    Of(Box<Type>),
    /// `events = ["payment.made", ..]`.
    Names(Vec<Text>),
}

/// Whether the type can be a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A struct without generics.
    Fine,
    /// Something whose name alone is no type.
    Generic,
}

/// A coherent declaration.
pub(crate) struct Provider<'a> {
    pub(crate) written: &'a Written<'a>,
    pub(crate) scheme: Checked<Owned>,
}

impl<'a> Written<'a> {
    /// Asks the grammar what is wrong. Where a key could not be read, what has to hold between the
    /// keys is not asked: the answer would be about a declaration that nobody wrote.
    pub(crate) fn check(&'a self, cx: &Ctxt) -> Option<Provider<'a>> {
        if !cx.is_clean() {
            cx.problems(self.keys.check_each(self.whole));
            return None;
        }
        match self.keys.check(self.whole) {
            Ok(scheme) => Some(Provider { written: self, scheme }),
            Err(problems) => {
                cx.problems(problems);
                None
            }
        }
    }
}
