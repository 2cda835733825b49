//! How the value of a signature header is built, derived from its template.

use super::template::{Part, Use, parse_template};

/// The shape of a signature header's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// Text before, the signature, text after: `sha256={signature}`.
    Whole {
        /// The text before the signature.
        prefix: String,
        /// The text after it.
        suffix: String,
    },
    /// Several elements with a separator between them: `t={timestamp},v1={signature}`.
    List {
        /// What stands between two elements.
        separator: char,
        /// The elements that mean something; others are passed over.
        items: Vec<FormatItem>,
    },
    /// Parts in their order, with text between them: `{timestamp},{signature}`. With a separator,
    /// the value is a list of such elements. A signature at the end of all, after a separator, may
    /// be followed by more of them: `{timestamp},{signature}` reads `5,ab,cd`.
    Sequence {
        /// What stands between two elements, if there are several.
        separator: Option<char>,
        /// The pieces of an element.
        pieces: Vec<FormatPiece>,
    },
}

/// A piece of a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatPiece {
    /// Text that must stand there.
    Text(String),
    /// Text that means nothing, up to the next piece.
    Any,
    /// A part, up to the next piece.
    Part(FormatPart),
}

/// An element of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatItem {
    /// What the element begins with, as in `v1=`.
    pub prefix: String,
    /// What the rest of the element is.
    pub part: FormatPart,
}

/// What an element of a format carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormatPart {
    /// A signature. May be repeated; each is tried.
    Signature,
    /// The timestamp.
    Timestamp,
    /// The delivery's id.
    Id,
}

impl FormatPart {
    /// The name of the variant, for generated code.
    #[doc(hidden)]
    pub const fn variant(self) -> &'static str {
        match self {
            Self::Signature => "Signature",
            Self::Timestamp => "Timestamp",
            Self::Id => "Id",
        }
    }
}

/// What may stand between the elements of a list.
const SEPARATORS: [char; 4] = [',', ';', '&', ' '];

impl Format {
    /// Reads a format's template. With a `separator`, the value is a list of such elements even
    /// where the template shows one.
    ///
    /// # Errors
    ///
    /// A sentence that quotes what is wrong.
    pub fn parse(text: &str, separator: Option<char>) -> Result<Self, String> {
        let parts = parse_template(text, Use::Format)?;
        let signatures = parts.iter().filter(|part| **part == Part::Signature).count();
        if signatures == 0 {
            return Err(format!("`{text}` has no `{{signature}}`: say where it stands"));
        }
        if signatures > 1 {
            return Err(format!(
                "`{text}` has `{{signature}}` {signatures} times: write it once, repeated signatures of a list are all tried"
            ));
        }
        let names = parts.iter().filter(|part| !matches!(part, Part::Text(_))).count();
        if names == 1 && separator.is_none() {
            return Ok(Self::whole(&parts));
        }
        let unnamed = matches!(parts.as_slice(), [first, ..] if !matches!(first, Part::Text(_)));
        if parts.contains(&Part::Any) || (names > 1 && unnamed) {
            return Ok(Self::Sequence { separator, pieces: pieces(&parts, text)? });
        }
        let separator = match separator {
            Some(separator) => separator,
            None => separator_of(&parts, text)?,
        };
        Ok(Self::List { separator, items: items(&parts, separator, text)? })
    }

    /// The parts other than the signature that the value carries.
    pub fn carries(&self, part: FormatPart) -> bool {
        match self {
            Self::Whole { .. } => part == FormatPart::Signature,
            Self::List { items, .. } => items.iter().any(|item| item.part == part),
            Self::Sequence { pieces, .. } => pieces.contains(&FormatPiece::Part(part)),
        }
    }

    /// What stands between the elements of a value that is a list.
    pub(super) fn separator(&self) -> Option<char> {
        match self {
            Self::Whole { .. } => None,
            Self::List { separator, .. } => Some(*separator),
            Self::Sequence { separator, .. } => *separator,
        }
    }

    fn whole(parts: &[Part]) -> Self {
        let mut prefix = String::new();
        let mut suffix = String::new();
        let mut seen = false;
        for part in parts {
            match part {
                Part::Text(text) if seen => suffix.push_str(text),
                Part::Text(text) => prefix.push_str(text),
                _ => seen = true,
            }
        }
        Self::Whole { prefix, suffix }
    }
}

/// The separator is the first character of `SEPARATORS` in the text that stands between two parts;
/// it has to be the same between all of them.
fn separator_of(parts: &[Part], text: &str) -> Result<char, String> {
    let mut separator = None;
    for window in parts.windows(2) {
        let between = match window {
            [Part::Text(_), _] => continue,
            [_, Part::Text(between)] => between.as_str(),
            _ => "",
        };
        let is_last =
            parts.last().is_some_and(|last| matches!(last, Part::Text(t) if t == between));
        if is_last && !between.contains(SEPARATORS) {
            continue;
        }
        let found = between.chars().find(|c| SEPARATORS.contains(c)).ok_or_else(|| {
            format!(
                "nothing separates the parts of `{text}`: put `,`, `;`, `&` or a blank between them"
            )
        })?;
        if separator.is_some_and(|separator| separator != found) {
            return Err(format!("`{text}` separates its parts in two ways: use one separator"));
        }
        separator = Some(found);
    }
    separator.ok_or_else(|| format!("nothing separates the parts of `{text}`"))
}

/// Text has to stand between two parts, or nobody could tell where one ends.
fn pieces(parts: &[Part], text: &str) -> Result<Vec<FormatPiece>, String> {
    let mut pieces: Vec<FormatPiece> = Vec::new();
    for part in parts {
        let piece = match part {
            Part::Text(text) => FormatPiece::Text(text.clone()),
            Part::Any => FormatPiece::Any,
            Part::Timestamp => FormatPiece::Part(FormatPart::Timestamp),
            Part::Id => FormatPiece::Part(FormatPart::Id),
            _ => FormatPiece::Part(FormatPart::Signature),
        };
        let touches = !matches!(piece, FormatPiece::Text(_))
            && pieces.last().is_some_and(|last| !matches!(last, FormatPiece::Text(_)));
        if touches {
            return Err(format!("two parts of `{text}` touch: put text between them"));
        }
        if matches!(piece, FormatPiece::Part(_)) && pieces.contains(&piece) {
            return Err(format!("`{text}` has a part twice"));
        }
        pieces.push(piece);
    }
    Ok(pieces)
}

fn items(parts: &[Part], separator: char, text: &str) -> Result<Vec<FormatItem>, String> {
    let mut items = Vec::new();
    let mut prefix = String::new();
    let mut closed = true;
    for part in parts {
        let carried = match part {
            Part::Text(literal) => {
                for (index, piece) in literal.split(separator).enumerate() {
                    if index == 0 && !closed {
                        if !piece.trim().is_empty() {
                            return Err(format!(
                                "`{piece}` follows a part of `{text}`: in a list a part ends its element"
                            ));
                        }
                        continue;
                    }
                    if index > 0 && !prefix.trim().is_empty() && closed {
                        return Err(format!("`{prefix}` in `{text}` is an element without a part"));
                    }
                    piece.trim_start().clone_into(&mut prefix);
                    closed = true;
                }
                continue;
            }
            Part::Timestamp => FormatPart::Timestamp,
            Part::Id => FormatPart::Id,
            _ => FormatPart::Signature,
        };
        if !closed {
            return Err(format!("two parts of `{text}` touch: put `{separator}` between them"));
        }
        if items.iter().any(|item: &FormatItem| item.part == carried) {
            return Err(format!("`{text}` has a part twice"));
        }
        items.push(FormatItem { prefix: std::mem::take(&mut prefix), part: carried });
        closed = false;
    }
    if items.len() > 1 {
        for item in &items {
            if item.prefix.is_empty() {
                return Err(format!(
                    "an element of `{text}` has no name: begin each with text of its own, as in `t={{timestamp}},v1={{signature}}`"
                ));
            }
        }
    }
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::{Format, FormatItem, FormatPart};

    fn item(prefix: &str, part: FormatPart) -> FormatItem {
        FormatItem { prefix: prefix.into(), part }
    }

    #[test]
    fn whole_values() {
        for (text, prefix, suffix) in [
            ("{signature}", "", ""),
            ("sha256={signature}", "sha256=", ""),
            ("<{signature}>", "<", ">"),
        ] {
            assert_eq!(
                Format::parse(text, None),
                Ok(Format::Whole { prefix: prefix.into(), suffix: suffix.into() })
            );
        }
    }

    #[test]
    fn lists() {
        let t = item("t=", FormatPart::Timestamp);
        let v1 = item("v1=", FormatPart::Signature);
        for (text, separator) in [
            ("t={timestamp},v1={signature}", ','),
            ("t={timestamp}, v1={signature}", ','),
            ("t={timestamp};v1={signature}", ';'),
        ] {
            assert_eq!(
                Format::parse(text, None),
                Ok(Format::List { separator, items: vec![t.clone(), v1.clone()] }),
                "{text}"
            );
        }
        assert_eq!(
            Format::parse("v1,{signature}", Some(' ')),
            Ok(Format::List { separator: ' ', items: vec![item("v1,", FormatPart::Signature)] })
        );
    }

    #[test]
    fn sequences() {
        use super::FormatPiece::{Any, Part, Text};
        assert_eq!(
            Format::parse("{timestamp},{signature}", None),
            Ok(Format::Sequence {
                separator: None,
                pieces: vec![
                    Part(FormatPart::Timestamp),
                    Text(",".into()),
                    Part(FormatPart::Signature)
                ]
            })
        );
        assert_eq!(
            Format::parse("{any}|{signature}", Some('&')),
            Ok(Format::Sequence {
                separator: Some('&'),
                pieces: vec![Any, Text("|".into()), Part(FormatPart::Signature)]
            })
        );
    }

    #[test]
    fn mistakes() {
        for text in [
            "t={timestamp}",
            "{signature}{signature}",
            "t={timestamp}v1={signature}",
            "{timestamp}{signature}",
            "{any}{signature}",
            "t={timestamp},v1={signature};id={id}",
            "t={timestamp}x,v1={signature}",
            "t={timestamp},u={timestamp},v1={signature}",
        ] {
            assert!(Format::parse(text, None).is_err(), "{text}");
        }
    }
}
