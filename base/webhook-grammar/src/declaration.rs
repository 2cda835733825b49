//! A provider's declaration: its keys as they were written, and what they say once they are checked.

use super::{
    check::Check,
    format::Format,
    keys::{Given, Slot},
    problem::Problem,
    store::Owned,
    table::{Checked, Declaration},
    words::{Algorithm, BodyForm, Encoding, KeyForm, MessageChoice},
};

/// What a value is before anything is said of it.
pub(crate) trait Start {
    fn start() -> Self;
}

impl<T> Start for Option<T> {
    fn start() -> Self {
        None
    }
}

impl<T> Start for Vec<T> {
    fn start() -> Self {
        Vec::new()
    }
}

impl Start for String {
    fn start() -> Self {
        String::new()
    }
}

impl Start for Format<Owned> {
    fn start() -> Self {
        Self::Whole { prefix: String::new(), suffix: String::new() }
    }
}

macro_rules! starts {
    ($($ty:ident::$variant:ident),+) => {
        $(impl Start for $ty {
            fn start() -> Self {
                Self::$variant
            }
        })+
    };
}

starts!(Algorithm::HmacSha256, Encoding::Hex, BodyForm::Raw, KeyForm::Utf8, MessageChoice::Any);

/// Reads a key that `codec` alone reads.
macro_rules! read_key {
    (Text, $check:ident, $key:expr, $name:expr, $field:expr, $codec:ident) => {
        $field = $key
            .as_ref()
            .and_then(|text| $check.read(text, |text| codec::$codec::read($name, text)));
    };
    ($kind:ident, $check:ident, $key:expr, $name:expr, $field:expr, $codec:ident) => {
        $field = $key
            .iter()
            .filter_map(|text| $check.read(text, |text| codec::$codec::read($name, text)))
            .collect();
    };
}
pub(crate) use read_key;

/// Writes a key that `codec` alone writes.
macro_rules! write_key {
    (Text, $key:expr, $field:expr, $codec:ident) => {
        $key = $field.as_ref().map(|value| codec::said(codec::$codec::write::<O>(value)));
    };
    ($kind:ident, $key:expr, $field:expr, $codec:ident) => {
        $key = $field.iter().map(|value| codec::said(codec::$codec::write::<O>(value))).collect();
    };
}
pub(crate) use write_key;

/// Declares the keys of a declaration, what they say once they are checked, and the way from one to
/// the other and back for those that `codec` alone reads.
macro_rules! declaration {
    ($(
        $key:ident: $kind:ident $(($group:ident))? => $field:ident: $ty:ty {
            $(#[doc = $meaning:literal])+
            start: $start:expr,
            $(by: $codec:ident,)?
            values: $values:expr,
            default: $default:literal,
            rule: $rule:literal,
            example: $example:literal,
            shown: $shown:literal,
        }
    )+) => {
        $crate::keys::keys! {
            /// The keys of a declaration as they were written; `S` says where.
            pub struct Declaration of "provider" {
                beside {
                    /// `custom`: that code verifies and signs, and where it is named.
                    custom: Option<S>
                }
                $(
                    $(#[doc = $meaning])+
                    $key: $kind $(($group))? {
                        values: $values,
                        default: $default,
                        rule: $rule,
                        example: $example,
                        shown: $shown,
                    }
                )+
            }
        }

        $crate::store::model! {
            /// What a coherent declaration says.
            pub struct Checked {
                $($(#[doc = $meaning])+ pub $field: $ty,)+
                /// The template of `format` as it was written, for messages and documentation.
                pub format_text: O::Text,
                /// The templates of `message` as they were written.
                pub message_texts: O::List<O::Text>,
            }
        }

        impl Checked<Static> {
            /// What is said by a declaration that says nothing.
            #[doc(hidden)]
            pub const EMPTY: Self = Self {
                $($field: $start,)+
                format_text: "{signature}",
                message_texts: &["{body}"],
            };
        }

        impl Checked<Owned> {
            /// What is said before anything is read.
            pub(crate) fn start() -> Self {
                Self {
                    $($field: Start::start(),)+
                    format_text: String::new(),
                    message_texts: Vec::new(),
                }
            }
        }

        impl<O: Store> Checked<O> {
            /// The expression that makes the same constant, with what differs from `Checked::EMPTY`.
            pub fn to_constant(&self) -> String {
                let empty = Checked::<Static>::EMPTY;
                let mut text = String::from("__webhook::Checked { ");
                let mut field = |name: &str, mine: String, usual: String| {
                    if mine != usual {
                        text.extend([name, ": ", &mine, ", "]);
                    }
                };
                $(field(stringify!($field), rust(&self.$field), rust(&empty.$field));)+
                field("format_text", rust(&self.format_text), rust(&empty.format_text));
                field("message_texts", rust(&self.message_texts), rust(&empty.message_texts));
                text.push_str("..__webhook::Checked::EMPTY }");
                text
            }

            /// Writes what `codec` alone writes.
            pub(crate) fn write_regular(&self, keys: &mut Declaration<()>) {
                $($($crate::declaration::write_key!($kind, keys.$key, self.$field, $codec);)?)+
            }
        }

        impl<S: Copy> Check<'_, S> {
            /// Reads what `codec` alone reads.
            pub(crate) fn read_regular(&mut self, checked: &mut Checked<Owned>) {
                let keys = self.keys;
                $($($crate::declaration::read_key!(
                    $kind,
                    self,
                    keys.$key,
                    stringify!($key),
                    checked.$field,
                    $codec
                );)?)+
            }
        }
    };
}
pub(crate) use declaration;

impl<S> Default for Declaration<S> {
    fn default() -> Self {
        Self::new(None)
    }
}

impl<S> Declaration<S> {
    /// Where the value of this key is kept; `None` if it is no key of a declaration.
    pub fn slot(&mut self, key: &str) -> Option<Slot<'_, S>>
    where
        S: std::fmt::Debug,
    {
        super::Keys::slot(self, key)
    }

    /// What was given to this key, if something was.
    pub fn given(&self, key: &str) -> Option<Given<'_, S>>
    where
        S: std::fmt::Debug,
    {
        super::Keys::given(self, key)
    }
}

impl<S: Copy> Declaration<S> {
    /// Checks every rule. `whole` is the place of the declaration itself, for keys that are missing.
    ///
    /// # Errors
    ///
    /// Every problem found.
    pub fn check(&self, whole: S) -> Result<Checked<Owned>, Vec<Problem<S>>> {
        let mut problems = Vec::new();
        let checked = Check::new(self, whole, &mut problems).run();
        match checked {
            Some(checked) if problems.is_empty() => Ok(checked),
            _ => Err(problems),
        }
    }

    /// Checks each key for itself, not what has to hold between them: for keys that are no whole
    /// declaration.
    pub fn check_each(&self, whole: S) -> Vec<Problem<S>> {
        let mut problems = Vec::new();
        Check::new(self, whole, &mut problems).each();
        problems
    }
}
