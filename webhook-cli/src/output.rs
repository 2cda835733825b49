//! What is printed: lines for people, JSON for programs.
//!
//! Results go to standard output, everything else to standard error. Colours appear on terminals
//! only; `NO_COLOR` and `--color` are honoured. Text that came from outside is printed through
//! [`Shown`], so that nobody can write to the owner's terminal by sending a request.

use std::{
    fmt,
    io::{self, Write as _},
};

use anstream::ColorChoice;
use clap::builder::styling::{AnsiColor, Style};
use serde::Serialize;
use serde_json::json;

use crate::{exit::Exit, failure::Failure};

pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
pub(crate) const CAUTION: Style = AnsiColor::Yellow.on_default();
pub(crate) const NAME: Style = Style::new().bold();
pub(crate) const FAINT: Style = Style::new().dimmed();

/// When to print in colours.
#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Also into files and pipes.
    Always,
    /// Not at all.
    Never,
}

/// Where results are printed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Output {
    json: bool,
}

impl Output {
    pub(crate) fn new(json: bool, color: Color) -> Self {
        match color {
            Color::Auto => {}
            Color::Always => ColorChoice::AlwaysAnsi.write_global(),
            Color::Never => ColorChoice::Never.write_global(),
        }
        Self { json }
    }

    /// Whether programs read it.
    pub(crate) fn is_json(self) -> bool {
        self.json
    }

    /// Prints a result: for people, or as one line of JSON.
    pub(crate) fn result(
        self,
        text: impl fmt::Display,
        value: impl FnOnce() -> serde_json::Value,
    ) -> Result<(), Failure> {
        if self.json { json_line(&value()) } else { line(text) }
    }

    /// Says why a command could not do its work; the program ends with the code.
    pub(crate) fn failure(self, failure: &Failure) -> Exit {
        let exit = failure.exit();
        if exit == Exit::Done {
            return exit;
        }
        if self.json {
            note(json!({
                "error": failure.to_string(),
                "remedy": failure.remedy(),
                "exit": exit as u8,
            }));
            return exit;
        }
        note(format_args!("{BAD}error:{BAD:#} {}", Shown(&failure.to_string())));
        if let Some(remedy) = failure.remedy() {
            note(format_args!("{FAINT}  = {FAINT:#}{}", Shown(&remedy)));
        }
        exit
    }
}

/// Prints a line for people.
pub(crate) fn line(text: impl fmt::Display) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(Failure::Output)
}

/// Prints bytes as they are.
pub(crate) fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(Failure::Output)
}

/// Prints one line of JSON.
pub(crate) fn json_line(value: &impl Serialize) -> Result<(), Failure> {
    let mut line = serde_json::to_vec(value).map_err(|error| Failure::Output(error.into()))?;
    line.push(b'\n');
    bytes(&line)
}

/// Says something beside the results.
pub(crate) fn note(text: impl fmt::Display) {
    // Whoever closed standard error wants no notes.
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

/// Warns of something that works and should not be done.
pub(crate) fn warn(text: impl fmt::Display) {
    note(format_args!("{CAUTION}warning:{CAUTION:#} {text}"));
}

/// A text from outside, with everything escaped that a terminal would obey: control characters,
/// and those that change the direction of writing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            let obeyed = character.is_control()
                || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{2069}' | '\u{feff}');
            if obeyed && character != '\n' {
                write!(f, "{}", character.escape_default())?;
            } else {
                fmt::Write::write_char(f, character)?;
            }
        }
        Ok(())
    }
}

/// A body for people: text as it is, but harmless, at most so many characters.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Excerpt<'a>(pub(crate) &'a [u8], pub(crate) usize);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(bytes, limit) = *self;
        // A character has four bytes at most: no more is looked at than is shown.
        let head = bytes.get(..limit.saturating_mul(4)).unwrap_or(bytes);
        let text = String::from_utf8_lossy(head);
        let shown: String = text.chars().take(limit).collect();
        Shown(&shown).fmt(f)?;
        if shown.len() < bytes.len() && text.chars().nth(limit).is_some() {
            write!(f, " … ({} bytes)", bytes.len())?;
        }
        Ok(())
    }
}

/// A number of things: `1 provider`, `2 providers`.
pub(crate) fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, Shown};

    #[test]
    fn nothing_that_a_terminal_obeys_is_printed() {
        let hostile = "\u{1b}[2J\u{9b}31mred\r\u{8}\u{202e}gnp.exe\u{feff}\u{0}";
        let shown = Shown(hostile).to_string();
        assert!(shown.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{shown:?}");
        assert_eq!(Shown("naïve 鍵\n").to_string(), "naïve 鍵\n");
    }

    #[test]
    fn an_excerpt_says_that_it_is_one() {
        assert_eq!(Excerpt(b"{}", 2).to_string(), "{}");
        assert_eq!(Excerpt(b"{\"a\":1}", 2).to_string(), "{\" … (7 bytes)");
        assert_eq!(Excerpt("鍵鍵".as_bytes(), 2).to_string(), "鍵鍵");
        assert_eq!(Excerpt(&[0xff, b'a'], 9).to_string(), "\u{fffd}a");
    }
}
