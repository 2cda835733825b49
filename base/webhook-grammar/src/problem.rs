//! What is wrong with a declaration: a place, and a sentence.

/// A value with the place where it was written.
#[derive(Debug, Clone, Copy)]
pub struct Spanned<S, T> {
    /// Where: a span of tokens, or a range of a file.
    pub span: S,
    /// What.
    pub value: T,
}

/// Something that cannot be right in a declaration.
#[derive(Debug, Clone)]
pub struct Problem<S> {
    /// The smallest place that has to be mended.
    pub span: S,
    /// The rule and the remedy: lower case, no full stop, code in back-ticks.
    pub sentence: String,
}

impl<S> Problem<S> {
    /// A problem at a place.
    pub fn new(span: S, sentence: impl Into<String>) -> Self {
        Self { span, sentence: sentence.into() }
    }
}

/// "`a`, `b` or `c`", for sentences that list what is possible.
pub fn one_of(words: &[&str]) -> String {
    let mut sentence = String::new();
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            sentence.push_str(if index + 1 == words.len() { " or " } else { ", " });
        }
        sentence.push('`');
        sentence.push_str(word);
        sentence.push('`');
    }
    sentence
}
