//! How the value of a signature header is built, derived from its template.

use super::{
    store::{Owned, Store, ToRust, model, plain},
    template::{Part, Use, parse_template},
};

model! {
/// The shape of a signature header's value.
pub enum Format {
    /// Text before, the signature, text after: `sha256={signature}`.
    Whole {
        /// The text before the signature.
        prefix: O::Text,
        /// The text after it.
        suffix: O::Text,
    },
    /// Several elements with a separator between them, in any order: `t={timestamp},v1={signature}`.
    List {
        /// What stands between two elements: one ASCII character.
        separator: u8,
        /// The elements that mean something, others are passed over: what each begins with, as in
        /// `v1=`, and what its rest is.
        items: O::List<(O::Text, FormatPart)>,
    },
    /// Parts in their order, with text between them: `{timestamp},{signature}`. With a separator,
    /// the value is a list of such elements. A signature at the end of all, after a separator, may
    /// be followed by more of them: `{timestamp},{signature}` reads `5,ab,cd`.
    Sequence {
        /// What stands between two elements, if there are several: one ASCII character.
        separator: Option<u8>,
        /// The pieces of an element.
        pieces: O::List<Piece<O>>,
    },
}
}

model! {
/// A piece of a sequence.
pub enum Piece {
    /// Text that must stand there.
    Text(text: O::Text),
    /// Text that means nothing, up to the next piece.
    Any,
    /// A part, up to the next piece.
    Part(part: FormatPart),
}
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

plain!(FormatPart);

impl ToRust for FormatPart {
    fn to_rust(&self, to: &mut String) {
        to.push_str("__webhook::FormatPart::");
        to.push_str(self.variant());
    }
}

/// What may stand between the elements of a list.
const SEPARATORS: [u8; 4] = [b',', b';', b'&', b' '];

impl Format<Owned> {
    /// Reads a format's template. With a `separator`, the value is a list of such elements even
    /// where the template shows one.
    ///
    /// # Errors
    ///
    /// A sentence that quotes what is wrong.
    pub fn parse(text: &str, separator: Option<u8>) -> Result<Self, String> {
        let parts = parse_template(text, Use::Format)?;
        let signatures = parts.iter().filter(|part| **part == Part::Signature).count();
        if signatures == 0 {
            return Err(format!("`{text}` has no `{{signature}}`: say where it is"));
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

    fn whole(parts: &[Part<Owned>]) -> Self {
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

impl<O: Store> Format<O> {
    /// Whether the value carries this part.
    pub fn carries(&self, wanted: FormatPart) -> bool {
        match self {
            Self::Whole { .. } => wanted == FormatPart::Signature,
            Self::List { items, .. } => items.iter().any(|(_, part)| *part == wanted),
            Self::Sequence { pieces, .. } => {
                pieces.iter().any(|piece| matches!(piece, Piece::Part(part) if *part == wanted))
            }
        }
    }

    /// What stands between the elements of a value that is a list.
    pub(super) fn separator(&self) -> Option<u8> {
        match self {
            Self::Whole { .. } => None,
            Self::List { separator, .. } => Some(*separator),
            Self::Sequence { separator, .. } => *separator,
        }
    }

    /// The format as a template.
    pub(super) fn template(&self) -> String {
        let escaped = |literal: &str| literal.replace('{', "{{").replace('}', "}}");
        let part = |part: FormatPart| match part {
            FormatPart::Signature => "{signature}",
            FormatPart::Timestamp => "{timestamp}",
            FormatPart::Id => "{id}",
        };
        match self {
            Self::Whole { prefix, suffix } => {
                format!("{}{{signature}}{}", escaped(prefix), escaped(suffix))
            }
            Self::List { separator, items } => {
                let items = items.iter().map(|(prefix, is)| escaped(prefix) + part(*is));
                items.collect::<Vec<_>>().join(&String::from(char::from(*separator)))
            }
            Self::Sequence { pieces, .. } => pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(literal) => escaped(literal),
                    Piece::Any => "{any}".to_owned(),
                    Piece::Part(is) => part(*is).to_owned(),
                })
                .collect(),
        }
    }
}

/// The separator is the first character of `SEPARATORS` in the text that stands between two parts;
/// it has to be the same between all of them.
fn separator_of(parts: &[Part<Owned>], text: &str) -> Result<u8, String> {
    let mut separator = None;
    for window in parts.windows(2) {
        let between = match window {
            [Part::Text(_), _] => continue,
            [_, Part::Text(between)] => between.as_str(),
            _ => "",
        };
        let is_last =
            parts.last().is_some_and(|last| matches!(last, Part::Text(t) if t == between));
        if is_last && !between.bytes().any(|byte| SEPARATORS.contains(&byte)) {
            continue;
        }
        let found = between.bytes().find(|byte| SEPARATORS.contains(byte)).ok_or_else(|| {
            format!(
                "nothing separates the parts of `{text}`: put `,`, `;`, `&` or a space between them"
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
fn pieces(parts: &[Part<Owned>], text: &str) -> Result<Vec<Piece<Owned>>, String> {
    let mut pieces: Vec<Piece<Owned>> = Vec::new();
    for part in parts {
        let piece = match part {
            Part::Text(text) => Piece::Text(text.clone()),
            Part::Any => Piece::Any,
            Part::Timestamp => Piece::Part(FormatPart::Timestamp),
            Part::Id => Piece::Part(FormatPart::Id),
            _ => Piece::Part(FormatPart::Signature),
        };
        let touches = !matches!(piece, Piece::Text(_))
            && pieces.last().is_some_and(|last| !matches!(last, Piece::Text(_)));
        if touches {
            return Err(format!("two parts of `{text}` touch: put text between them"));
        }
        if matches!(piece, Piece::Part(_)) && pieces.contains(&piece) {
            return Err(format!("`{text}` repeats a placeholder"));
        }
        pieces.push(piece);
    }
    Ok(pieces)
}

fn items(
    parts: &[Part<Owned>],
    separator: u8,
    text: &str,
) -> Result<Vec<(String, FormatPart)>, String> {
    let separator = char::from(separator);
    let mut items: Vec<(String, FormatPart)> = Vec::new();
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
        if items.iter().any(|(_, part)| *part == carried) {
            return Err(format!("`{text}` repeats a placeholder"));
        }
        items.push((std::mem::take(&mut prefix), carried));
        closed = false;
    }
    if items.len() > 1 {
        for (prefix, _) in &items {
            if prefix.is_empty() {
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
    use super::{Format, FormatPart};

    fn item(prefix: &str, part: FormatPart) -> (String, FormatPart) {
        (prefix.into(), part)
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
            ("t={timestamp},v1={signature}", b','),
            ("t={timestamp}, v1={signature}", b','),
            ("t={timestamp};v1={signature}", b';'),
        ] {
            assert_eq!(
                Format::parse(text, None),
                Ok(Format::List { separator, items: vec![t.clone(), v1.clone()] }),
                "{text}"
            );
        }
        assert_eq!(
            Format::parse("v1,{signature}", Some(b' ')),
            Ok(Format::List { separator: b' ', items: vec![item("v1,", FormatPart::Signature)] })
        );
    }

    #[test]
    fn sequences() {
        use super::Piece::{Any, Part, Text};
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
            Format::parse("{any}|{signature}", Some(b'&')),
            Ok(Format::Sequence {
                separator: Some(b'&'),
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
