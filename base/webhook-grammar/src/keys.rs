//! How a list of keys is declared: its names, what is said of each, and where its value is kept.
//!
//! Whoever reads or writes declarations asks a [`Table`] which keys there are, and [`Keys`] into which
//! [`Slot`] a value goes, so that no reader knows a key that another does not. The tables themselves
//! are in `table`.

use std::{borrow::Cow, fmt::Debug};

use super::{
    alternatives,
    problem::{Problem, Spanned},
    template::Use,
};

/// A text and where it stands.
pub type Text<S> = Spanned<S, String>;

/// The keys that a list may have, each with an example of its use.
pub type Known = [(&'static str, &'static str)];

/// The keys of one list.
#[derive(Debug)]
pub struct Table {
    /// The key that the list belongs to: `timestamp`; `provider` for a whole declaration.
    pub name: &'static str,
    /// Its keys, in the order in which they are written.
    pub words: &'static [Word],
    /// Their names, each with an example of its use.
    pub known: &'static Known,
}

impl Table {
    /// What is said of a key, by its name.
    pub fn word(&self, name: &str) -> Option<&'static Word> {
        self.words.iter().find(|word| word.name == name)
    }
}

/// What is said of a key: its line in the reference.
#[derive(Debug)]
pub struct Word {
    /// Its name.
    pub name: &'static str,
    /// The kind of its value.
    pub kind: Kind,
    /// What it means.
    pub meaning: &'static str,
    /// What may stand there.
    pub values: Values,
    /// What holds where it is left out; empty where nothing does.
    pub default: &'static str,
    /// What has to hold beside it; empty where nothing has to.
    pub rule: &'static str,
    /// How it is written in an attribute.
    pub example: &'static str,
    /// What `webhook show` calls it; empty where it is a part of another line.
    pub shown: &'static str,
}

impl Word {
    /// How it is written in a file.
    pub fn example_in_file(&self) -> String {
        in_file(self.example)
    }
}

/// An example of an attribute as a file has it: `key(a, b)` becomes `key = { a, b }` or, where it is a
/// list of texts, `key = [a, b]`.
fn in_file(example: &str) -> String {
    let Some((name, inside)) =
        example.strip_suffix(')').and_then(|example| example.split_once('('))
    else {
        return example.to_owned();
    };
    if name.contains('=') {
        return example.to_owned();
    }
    if inside.starts_with('"') {
        format!("{name} = [{inside}]")
    } else {
        format!("{name} = {{ {inside} }}")
    }
}

/// The kind of a key's value.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A text.
    Text,
    /// A text, or several that are alternatives.
    Texts,
    /// Several texts.
    List,
    /// A whole number.
    Number,
    /// Keys of its own.
    One(&'static Table),
    /// Keys of its own, once or several times.
    Many(&'static Table),
}

/// What a key's value may be.
#[derive(Debug, Clone, Copy)]
pub enum Values {
    /// In words.
    Described(&'static str),
    /// One of these.
    Words(&'static [&'static str]),
    /// A template with the parts of this use.
    Template(Use),
    /// The keys of its own list.
    Keys,
}

/// Where the value of a key is kept, which says what kind of value it is.
#[derive(Debug)]
pub enum Slot<'a, S> {
    /// A text.
    Text(&'a mut Option<Text<S>>),
    /// A text, or several that are alternatives.
    Texts(&'a mut Vec<Text<S>>),
    /// Several texts.
    List(&'a mut Vec<Text<S>>),
    /// A whole number.
    Number(&'a mut Option<Spanned<S, u64>>),
    /// Keys of its own.
    Keys(&'a mut dyn Group<S>),
}

/// What was given to a key.
#[derive(Debug)]
pub enum Given<'a, S> {
    /// One text, or several.
    Texts(Vec<&'a Text<S>>),
    /// A list of texts.
    List(Vec<&'a Text<S>>),
    /// A whole number.
    Number(u64),
    /// Keys of its own.
    Keys(Vec<&'a dyn Keys<S>>),
}

/// A list of keys as it was written.
pub trait Keys<S>: Debug {
    /// Which keys it may have.
    fn table(&self) -> &'static Table;

    /// Where the value of this key is kept; `None` if it is no key of this list.
    fn slot(&mut self, key: &str) -> Option<Slot<'_, S>>;

    /// What was given to this key, if something was.
    fn given(&self, key: &str) -> Option<Given<'_, S>>;
}

/// A key whose values are lists of keys.
pub trait Group<S>: Debug {
    /// Which keys each list may have.
    fn table(&self) -> &'static Table;

    /// Whether there may be several lists.
    fn may_be_several(&self) -> bool;

    /// One more list; where there may be one alone, that one.
    fn add(&mut self, span: S) -> &mut dyn Keys<S>;

    /// The last list, or the first one.
    fn last_or_add(&mut self, span: S) -> &mut dyn Keys<S>;
}

/// A list of keys that belongs to a key.
pub(crate) trait Nested<S>: Keys<S> {
    const TABLE: &'static Table;

    fn new(span: S) -> Self;
}

impl<S: Debug, K: Nested<S>> Group<S> for Option<K> {
    fn table(&self) -> &'static Table {
        K::TABLE
    }

    fn may_be_several(&self) -> bool {
        false
    }

    fn add(&mut self, span: S) -> &mut dyn Keys<S> {
        self.insert(K::new(span))
    }

    fn last_or_add(&mut self, span: S) -> &mut dyn Keys<S> {
        self.get_or_insert_with(|| K::new(span))
    }
}

impl<S: Debug, K: Nested<S>> Group<S> for Vec<K> {
    fn table(&self) -> &'static Table {
        K::TABLE
    }

    fn may_be_several(&self) -> bool {
        true
    }

    #[allow(clippy::indexing_slicing, reason = "it has just been added")]
    fn add(&mut self, span: S) -> &mut dyn Keys<S> {
        let at = self.len();
        self.push(K::new(span));
        &mut self[at]
    }

    #[allow(clippy::indexing_slicing, reason = "there is one, or it has just been added")]
    fn last_or_add(&mut self, span: S) -> &mut dyn Keys<S> {
        if self.is_empty() {
            self.push(K::new(span));
        }
        let at = self.len() - 1;
        &mut self[at]
    }
}

/// Where values of a kind are kept.
macro_rules! kept {
    (Text, $s:ident) => { Option<$crate::keys::Text<$s>> };
    (Texts, $s:ident) => { Vec<$crate::keys::Text<$s>> };
    (List, $s:ident) => { Vec<$crate::keys::Text<$s>> };
    (Number, $s:ident) => { Option<$crate::Spanned<$s, u64>> };
    (One($keys:ident), $s:ident) => { Option<$keys<$s>> };
    (Many($keys:ident), $s:ident) => { Vec<$keys<$s>> };
}
pub(crate) use kept;

macro_rules! kind {
    (One($keys:ident)) => {
        $crate::keys::Kind::One(<$keys<()> as $crate::keys::Nested<()>>::TABLE)
    };
    (Many($keys:ident)) => {
        $crate::keys::Kind::Many(<$keys<()> as $crate::keys::Nested<()>>::TABLE)
    };
    ($kind:ident) => {
        $crate::keys::Kind::$kind
    };
}
pub(crate) use kind;

macro_rules! slot {
    (One($keys:ident), $slot:expr) => {
        $crate::keys::Slot::Keys($slot)
    };
    (Many($keys:ident), $slot:expr) => {
        $crate::keys::Slot::Keys($slot)
    };
    ($kind:ident, $slot:expr) => {
        $crate::keys::Slot::$kind($slot)
    };
}
pub(crate) use slot;

macro_rules! given {
    (Text, $value:expr) => {
        $value.as_ref().map(|text| $crate::keys::Given::Texts(vec![text]))
    };
    (Texts, $value:expr) => {
        (!$value.is_empty()).then(|| $crate::keys::Given::Texts($value.iter().collect()))
    };
    (List, $value:expr) => {
        (!$value.is_empty()).then(|| $crate::keys::Given::List($value.iter().collect()))
    };
    (Number, $value:expr) => {
        $value.as_ref().map(|number| $crate::keys::Given::Number(number.value))
    };
    (One($keys:ident), $value:expr) => {
        $value
            .as_ref()
            .map(|keys| $crate::keys::Given::Keys(vec![keys as &dyn $crate::keys::Keys<S>]))
    };
    (Many($keys:ident), $value:expr) => {
        (!$value.is_empty()).then(|| {
            let each = $value.iter().map(|keys| keys as &dyn $crate::keys::Keys<S>);
            $crate::keys::Given::Keys(each.collect())
        })
    };
}
pub(crate) use given;

/// Declares a list of keys: what is said of each, and where its value is kept.
macro_rules! keys {
    (
        $(#[$doc:meta])*
        pub struct $name:ident of $list:literal {
            beside { $(#[$beside_doc:meta])* $beside:ident: $beside_ty:ty }
            $(
                $(#[doc = $meaning:literal])+
                $key:ident: $kind:ident $(($group:ident))? {
                    values: $values:expr,
                    default: $default:literal,
                    rule: $rule:literal,
                    example: $example:literal,
                    shown: $shown:literal,
                }
            )+
        }
    ) => {
        $(#[$doc])*
        pub struct $name<S> {
            $(#[$beside_doc])*
            pub $beside: $beside_ty,
            $(
                $(#[doc = $meaning])+
                pub $key: $crate::keys::kept!($kind $(($group))?, S),
            )+
        }

        impl<S: Clone> Clone for $name<S> {
            fn clone(&self) -> Self {
                Self { $beside: self.$beside.clone(), $($key: self.$key.clone(),)+ }
            }
        }

        impl<S: std::fmt::Debug> std::fmt::Debug for $name<S> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name))
                    .field(stringify!($beside), &self.$beside)
                    $(.field(stringify!($key), &self.$key))+
                    .finish()
            }
        }

        impl<S: std::fmt::Debug> $crate::keys::Keys<S> for $name<S> {
            fn table(&self) -> &'static $crate::Table {
                $name::<S>::TABLE
            }

            fn slot(&mut self, key: &str) -> Option<$crate::Slot<'_, S>> {
                Some(match key {
                    $(stringify!($key) => {
                        $crate::keys::slot!($kind $(($group))?, &mut self.$key)
                    })+
                    _ => return None,
                })
            }

            fn given(&self, key: &str) -> Option<$crate::Given<'_, S>> {
                match key {
                    $(stringify!($key) => $crate::keys::given!($kind $(($group))?, self.$key),)+
                    _ => None,
                }
            }
        }

        impl<S> $name<S> {
            /// None of the keys.
            pub fn new($beside: $beside_ty) -> Self {
                Self { $beside, $($key: Default::default(),)+ }
            }

            /// What is said of each key.
            pub const TABLE: &'static $crate::Table = &$crate::Table {
                name: $list,
                words: &[$($crate::Word {
                    name: stringify!($key),
                    kind: $crate::keys::kind!($kind $(($group))?),
                    meaning: concat!($($meaning, "\n"),+),
                    values: $values,
                    default: $default,
                    rule: $rule,
                    example: $example,
                    shown: $shown,
                }),+],
                known: &[$((stringify!($key), $example)),+],
            };
        }
    };
}
pub(crate) use keys;

/// Says of a list of keys that it belongs to a key, whose place it holds.
macro_rules! nested {
    ($($name:ident),+) => {
        $(impl<S: std::fmt::Debug> $crate::keys::Nested<S> for $name<S> {
            const TABLE: &'static $crate::Table = Self::TABLE;

            fn new(span: S) -> Self {
                Self::new(span)
            }
        })+
    };
}
pub(crate) use nested;

/// The names of a provider's events: no key of how it signs, and read by each reader for itself,
/// because an attribute may name the type of an enum instead.
pub const EVENTS_KEY: (&str, &str) = ("events", "events = [\"payment.made\", \"payment.failed\"]");

/// What is wrong with the names of events, if something is.
pub fn event_names<S: Copy>(names: &[Text<S>]) -> Vec<Problem<S>> {
    let mut problems = Vec::new();
    for (index, name) in names.iter().enumerate() {
        if names.iter().take(index).any(|other| other.value == name.value) {
            let sentence = format!("duplicate event `{}`", name.value);
            problems.push(Problem::new(name.span, sentence));
        }
    }
    problems
}

/// Words of the field for keys, each with the key that is meant.
const MEANT: &[(&str, &str)] = &[
    ("algorithm", "algo"),
    ("alg", "algo"),
    ("url", "docs"),
    ("title", "display_name"),
    ("event", "event_type"),
    ("type", "event_type"),
    ("key", "secret_encoding"),
    ("key_encoding", "secret_encoding"),
    ("prefix", "secret_prefix"),
    ("key_prefix", "secret_prefix"),
    ("derive", "key_derivation"),
    ("or", "alternative"),
    ("alternatives", "message_choice"),
    ("token", "jwt"),
    ("keys", "public_keys"),
    ("jwks", "public_keys"),
    ("sources", "source_ips"),
    ("ips", "source_ips"),
    ("retries", "retry_window"),
    ("timeout", "ack_within"),
    ("max_age", "tolerance"),
    ("iss", "issuer"),
    ("aud", "audience"),
    ("exp", "expiry"),
    ("kid", "id"),
    ("token", "verify_token"),
    ("response", "answer"),
];

/// A key as it was written.
#[derive(Debug, Clone)]
pub struct Key<S> {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: S,
    /// How it is written with a value, for messages.
    pub example: Cow<'static, str>,
}

impl<S> Key<S> {
    /// The key of a list that has this name.
    ///
    /// # Errors
    ///
    /// A sentence that names those that there are, or the one that was meant.
    pub fn find(name: &str, span: S, list: &str, known: &Known) -> Result<Self, String> {
        if let Some((_, example)) = known.iter().find(|(known, _)| *known == name) {
            return Ok(Self { name: name.to_owned(), span, example: Cow::Borrowed(example) });
        }
        let meant = MEANT
            .iter()
            .find(|(word, key)| *word == name && known.iter().any(|(known, _)| known == key));
        if let Some((_, key)) = meant {
            return Err(format!("unknown key `{name}` in {list}: write `{key}`"));
        }
        if name == "secret" {
            return Err(format!(
                "unknown key `secret` in {list}: a secret is given to the endpoint, and is not part of a declaration"
            ));
        }
        let keys: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        Err(format!("unknown key `{name}` in {list}: {}", alternatives(name, &keys, str::to_owned)))
    }

    /// The key stands twice in a list.
    pub fn given_twice(name: &str, list: &str) -> String {
        format!("duplicate key `{name}` in {list}: remove one of them")
    }

    /// The key stands there alone.
    pub fn needs_value(&self) -> String {
        format!("`{}` needs a value: `{}`", self.name, self.example)
    }

    /// Its value is no text.
    pub fn is_text(&self) -> String {
        format!("`{}` must be a string in quotes: `{}`", self.name, self.example)
    }

    /// Its value is no number.
    pub fn is_number(&self) -> String {
        format!("`{}` must be a whole number: `{}`", self.name, self.example)
    }

    /// Its value is no list.
    pub fn is_list(&self) -> String {
        format!("`{}` must be a list of strings: `{}`", self.name, self.example)
    }

    /// Its value is an empty list.
    pub fn lists_nothing(&self) -> String {
        format!("`{}` must not be empty: `{}`", self.name, self.example)
    }

    /// Its value, in an attribute, is no list in parentheses.
    pub fn takes_parentheses(&self) -> String {
        format!("`{}` takes parentheses: `{}`", self.name, self.example)
    }

    /// Its value, in a file, is no table.
    pub fn is_table(&self) -> String {
        format!("`{}` must be a table: `{}`", self.name, self.example)
    }
}
