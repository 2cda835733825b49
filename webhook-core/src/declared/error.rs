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

impl Position {
    /// The place of a range of bytes; of several lines, the first.
    pub(super) fn of(text: &str, range: Range<usize>) -> Self {
        // The parser's ranges begin and end at characters; if one did not, it is off by a few.
        let before = text.get(..range.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let chars = |range: Range<usize>| text.get(range).map_or(0, |text| text.chars().count());
        let covered = text.get(range).unwrap_or_default().lines().next().unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: chars(line_start..before.len()) + 1,
            width: covered.chars().count().max(1),
        }
    }
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
        let line = |number: usize| text.lines().nth(number.saturating_sub(1)).unwrap_or_default();
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
    /// use webhook_core::declared::from_toml;
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
