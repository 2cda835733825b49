//! What is wrong with a file of declarations.

use std::{
    error::Error,
    fmt::{self, Write as _},
    ops::Range,
};

use crate::grammar::Problem;

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, counted in characters.
    pub column: usize,
    /// How many characters of the line it covers.
    pub width: usize,
}

/// The places of a text, each found without reading the text from its beginning.
pub(super) struct Places<'t> {
    text: &'t str,
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many characters begin before each block of bytes.
    blocks: Vec<usize>,
}

/// How many bytes are counted anew for a column.
const BLOCK: usize = 256;

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let line_starts = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut chars = 0;
        let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
            let before = chars;
            chars += begun(block);
            before
        });
        Self {
            text,
            lines: std::iter::once(0).chain(line_starts).collect(),
            blocks: blocks.collect(),
        }
    }

    /// The place of a range of bytes; of several lines, the first.
    pub(super) fn of(&self, range: Range<usize>) -> Position {
        // The parser's ranges begin and end at characters; if one did not, it is off by a few.
        let start = range.start.min(self.text.len());
        let line = self.lines.partition_point(|line| *line <= start).max(1);
        let line_start = self.lines.get(line - 1).copied().unwrap_or_default();
        let covered = self.text.get(range).unwrap_or_default().lines().next().unwrap_or_default();
        Position {
            line,
            column: self.chars_before(start).saturating_sub(self.chars_before(line_start)) + 1,
            width: covered.chars().count().max(1),
        }
    }

    /// How many characters begin before a byte.
    fn chars_before(&self, at: usize) -> usize {
        let block = at / BLOCK;
        let counted = self.blocks.get(block).copied();
        let rest = self.text.as_bytes().get(block * BLOCK..at).map_or(0, begun);
        // Where the text ends with a block, no other begins.
        counted.unwrap_or_else(|| match block.checked_sub(1) {
            Some(last) => {
                let block = self.text.as_bytes().get(last * BLOCK..).map_or(0, begun);
                self.blocks.get(last).copied().unwrap_or_default() + block
            }
            None => 0,
        }) + rest
    }
}

/// How many characters begin in these bytes of a text.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

/// Everything that is wrong with a file of declarations.
///
/// `Display` shows one line a problem, `3:8: sentence`; [`report`](Self::report) shows the lines of
/// the file as well.
#[derive(Debug, Clone)]
pub struct DeclarationError {
    /// In the order in which they stand in the file.
    problems: Vec<(Problem<Position>, String)>,
}

impl DeclarationError {
    pub(super) fn new(text: &str, mut problems: Vec<Problem<Position>>) -> Self {
        problems.sort_by_key(|problem| problem.span);
        let lines: Vec<&str> = text.lines().collect();
        let line = |number: usize| lines.get(number.saturating_sub(1)).copied().unwrap_or_default();
        let quoted = |problem: Problem<Position>| {
            let line = line(problem.span.line).to_owned();
            (problem, line)
        };
        Self { problems: problems.into_iter().map(quoted).collect() }
    }

    /// What is wrong, in the order of the file.
    pub fn problems(&self) -> impl ExactSizeIterator<Item = &Problem<Position>> {
        self.problems.iter().map(|(problem, _)| problem)
    }

    /// The problems for a terminal, each with its line of the file and a mark under the place to
    /// mend.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// use webhook_kit::declared::from_toml;
    ///
    /// let file = "[[provider]]\nname = 'acme'\nalgo = 'sha265'\nheader = 'x-signature'\n";
    /// assert_eq!(
    ///     from_toml(file).unwrap_err().report("acme.toml"),
    ///     "error: unknown algorithm `sha265`: did you mean `sha256`? \
    ///      Expected `sha256`, `sha1`, `sha384`, `sha512`, `md5`, `hash-md5` or another
    ///  --> acme.toml:3:8
    ///   |
    /// 3 | algo = 'sha265'
    ///   |        ^^^^^^^^
    /// "
    /// );
    /// ```
    pub fn report(&self, file: &str) -> String {
        let mut report = String::new();
        for (index, (Problem { span, sentence }, line)) in self.problems.iter().enumerate() {
            let Position { line: number, column, width } = span;
            let margin = " ".repeat(number.to_string().len());
            let indent: String =
                line.chars().take(column - 1).map(|c| if c == '\t' { c } else { ' ' }).collect();
            let gap = if index > 0 { "\n" } else { "" };
            let marks = "^".repeat(*width);
            // Writing to a text cannot fail.
            let _ = write!(
                report,
                "{gap}error: {sentence}\n{margin}--> {file}:{number}:{column}\n{margin} |\n\
                 {number} | {line}\n{margin} | {indent}{marks}\n"
            );
        }
        report
    }
}

impl fmt::Display for DeclarationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (Problem { span, sentence }, _)) in self.problems.iter().enumerate() {
            let gap = if index > 0 { "\n" } else { "" };
            write!(f, "{gap}{}:{}: {sentence}", span.line, span.column)?;
        }
        Ok(())
    }
}

impl Error for DeclarationError {}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test may panic")]
mod tests {
    use super::{Places, Position};

    /// As counting from the beginning finds them.
    #[test]
    fn places() {
        let mut text = "a\n\u{e9}\u{20ac}x\n\n".repeat(60) + &"\u{e9}z".repeat(300);
        for end in ["", "y", "\n", "\ny"] {
            text.push_str(end);
            while text.len() % 256 != 0 && end.is_empty() {
                text.push('.');
            }
            let places = Places::new(&text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..at];
                let line_start = before.rfind('\n').map_or(0, |at| at + 1);
                let expected = Position {
                    line: before.matches('\n').count() + 1,
                    column: before[line_start..].chars().count() + 1,
                    width: 1,
                };
                assert_eq!(places.of(at..at), expected, "{at}");
            }
        }
    }
}
