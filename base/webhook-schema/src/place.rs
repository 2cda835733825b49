//! What stands at a place of a payload.

use crate::{Event, Kind, Schema};

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found<'a> {
    /// What it is.
    pub kind: Kind<'a>,
    /// Whether it, or something that it stands in, may be missing or null.
    pub absent: bool,
    /// Which of it: the first that may be missing or null, as a pointer, and whether it may be
    /// missing.
    pub because: Option<(String, bool)>,
}

/// Why nothing stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lost<'a> {
    /// It is no pointer: a pointer is empty or begins with `/`.
    NoPointer,
    /// The object at `before` has no member of this name.
    NoField {
        /// Where the object stands.
        before: String,
        /// The name.
        name: String,
        /// The type of the object.
        ty: &'a str,
    },
    /// A list stands at `before`.
    List {
        /// Where the list stands.
        before: String,
        /// The name behind it.
        name: String,
    },
    /// What stands at `before` holds nothing.
    Plain {
        /// Where it stands.
        before: String,
        /// What it is.
        kind: Kind<'a>,
    },
    /// What stands at `before` may hold anything.
    Json {
        /// Where it stands.
        before: String,
    },
    /// `*` stands for the elements of a list, and none stands at `before`.
    NoList {
        /// Where it stands.
        before: String,
        /// What it is.
        kind: Kind<'a>,
    },
}

impl<'a> Schema<'a> {
    /// What stands at a place of an event's payload: a JSON pointer, in which `*` stands for the
    /// elements of a list.
    ///
    /// # Errors
    ///
    /// If nothing is published to stand there.
    pub fn at(&self, event: &Event<'a>, pointer: &str) -> Result<Found<'a>, Lost<'a>> {
        let root = Found { kind: event.kind.clone(), absent: false, because: None };
        self.below(root, pointer)
    }

    /// What stands at a place below another.
    ///
    /// # Errors
    ///
    /// If nothing is published to stand there.
    pub fn below(&self, from: Found<'a>, pointer: &str) -> Result<Found<'a>, Lost<'a>> {
        let mut found = from;
        let mut before = String::new();
        if pointer.is_empty() {
            return Ok(found);
        }
        let parts = pointer.strip_prefix('/').ok_or(Lost::NoPointer)?;
        for part in parts.split('/') {
            let name = part.replace("~1", "/").replace("~0", "~");
            let here = format!("{before}/{part}");
            found = match found.kind {
                Kind::List(of) if name == "*" => Found { kind: *of, ..found },
                Kind::Json => return Err(Lost::Json { before }),
                kind if name == "*" => return Err(Lost::NoList { before, kind }),
                Kind::List(_) => return Err(Lost::List { before, name }),
                Kind::Map(of) => Found {
                    kind: *of,
                    absent: true,
                    because: found.because.or_else(|| Some((here.clone(), true))),
                },
                Kind::Object(ty) => {
                    let Some(field) = self.field(ty, &name) else {
                        return Err(Lost::NoField { before, name, ty });
                    };
                    let absent = field.missing || field.null;
                    let because = || absent.then(|| (here.clone(), field.missing));
                    Found {
                        kind: field.kind,
                        absent: found.absent || absent,
                        because: found.because.or_else(because),
                    }
                }
                kind => return Err(Lost::Plain { before, kind }),
            };
            before = here;
        }
        Ok(found)
    }
}
