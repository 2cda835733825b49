//! What is wrong with the text of a schema.

use std::{error, fmt};

/// What is wrong with the text of a schema, and in which line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    line: usize,
    sentence: String,
}

impl Problem {
    pub(crate) fn new(line: usize, sentence: impl Into<String>) -> Self {
        Self { line, sentence: sentence.into() }
    }

    /// The line, counted from one.
    pub fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.sentence)
    }
}

impl error::Error for Problem {}
