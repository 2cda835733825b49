//! What `#[payload(..)]` says, and what it stands on.

use proc_macro2::{Span, TokenStream};
use syn::{Attribute, Ident, ItemStruct, Lifetime, Type};

use crate::{entries::Text, root::Root};

/// The attribute and the struct as they were written.
pub(crate) struct Written {
    pub(crate) root: Root,
    pub(crate) provider: Option<Text>,
    pub(crate) events: Vec<Text>,
    /// `at = "/lines/data/*"`: where the object stands in the payload.
    pub(crate) at: Option<Text>,
    /// Where `unlisted` stands: that the schema need not have the events.
    pub(crate) unlisted: Option<Span>,
    /// The struct, without `#[at(..)]`.
    pub(crate) item: ItemStruct,
    pub(crate) fields: Vec<WrittenField>,
}

/// A field as it was written.
pub(crate) struct WrittenField {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) cfg: Vec<Attribute>,
    /// `#[at("/a/b")]`.
    pub(crate) at: Option<Text>,
    /// Where `unlisted` stands: that the schema need not have the member.
    pub(crate) unlisted: Option<Span>,
}

/// A payload without mistakes.
pub(crate) struct Payload<'a> {
    pub(crate) written: &'a Written,
    pub(crate) provider: &'a str,
    /// The names of its events, and those that they are actions of.
    pub(crate) events: Vec<String>,
    pub(crate) at: &'a str,
    /// The objects that stand there, by their names in the schema.
    pub(crate) types: Vec<String>,
    pub(crate) lifetime: Option<&'a Lifetime>,
    pub(crate) fields: Vec<Field<'a>>,
    /// What the struct's documentation says of its schema.
    pub(crate) source: Option<String>,
}

/// A field without mistakes.
pub(crate) struct Field<'a> {
    pub(crate) written: &'a WrittenField,
    /// The names on the way to it.
    pub(crate) way: Vec<String>,
    pub(crate) is_option: bool,
    /// Whether it borrows its text where it can.
    pub(crate) is_cow: bool,
    /// What only constants can compare.
    pub(crate) comparisons: Vec<TokenStream>,
    /// Its type as users write it.
    pub(crate) wanted: String,
    /// What its documentation says.
    pub(crate) doc: Option<String>,
}
