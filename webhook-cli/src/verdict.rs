//! What became of a request, for `verify` and `listen`.

use std::{fmt, time::SystemTime};

use serde_json::{Value, json};
use webhook_kit::{Delivery, Outcome, Rejection, Report};

use crate::{
    output::{BAD, CAUTION, FAINT, GOOD, NAME, Shown},
    when::rfc3339,
};

/// What became of a request.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    pub(crate) word: Word,
    pub(crate) event: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) signed_at: Option<SystemTime>,
    /// Which of several secrets matched.
    pub(crate) secret: Option<usize>,
    /// Why it was refused.
    pub(crate) why: Option<String>,
}

/// One word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// The signature matches.
    Genuine,
    /// It does, and the same delivery came before.
    Repeated,
    /// It was a handshake, and was answered.
    Handshake,
    /// Some check failed.
    Refused,
}

impl Word {
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Genuine => "genuine",
            Self::Repeated => "repeated",
            Self::Handshake => "handshake",
            Self::Refused => "refused",
        }
    }

    pub(crate) fn is_genuine(self) -> bool {
        // Nothing of a handshake is a delivery, and most are not signed.
        matches!(self, Self::Genuine | Self::Repeated)
    }
}

impl Verdict {
    fn new(word: Word) -> Self {
        Self { word, event: None, id: None, signed_at: None, secret: None, why: None }
    }

    pub(crate) fn handshake() -> Self {
        Self::new(Word::Handshake)
    }

    pub(crate) fn refused(why: impl fmt::Display) -> Self {
        Self { why: Some(why.to_string()), ..Self::new(Word::Refused) }
    }

    pub(crate) fn of(result: Result<&Delivery, &Rejection>) -> Self {
        match result {
            Ok(delivery) => Self::delivery(Word::Genuine, delivery),
            Err(rejection) => Self::refused(rejection),
        }
    }

    pub(crate) fn reported(report: &Report<'_>) -> Self {
        match (report.outcome, report.delivery) {
            (Outcome::Rejected(rejection), _) => Self::refused(rejection),
            (Outcome::Duplicate, Some(delivery)) => Self::delivery(Word::Repeated, delivery),
            (_, Some(delivery)) => Self::delivery(Word::Genuine, delivery),
            (_, None) => Self::handshake(),
        }
    }

    fn delivery(word: Word, delivery: &Delivery) -> Self {
        Self {
            event: delivery.event().map(str::to_owned),
            id: delivery.id().map(str::to_owned),
            signed_at: delivery.signed_at(),
            secret: Some(delivery.secret()),
            ..Self::new(word)
        }
    }

    pub(crate) fn json(&self) -> Value {
        json!({
            "outcome": self.word.text(),
            "genuine": self.word.is_genuine(),
            "event": self.event,
            "id": self.id,
            "signed_at": self.signed_at.map(rfc3339),
            "secret": self.secret,
            "why": self.why,
        })
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let style = match self.word {
            Word::Genuine | Word::Handshake => GOOD,
            Word::Repeated => CAUTION,
            Word::Refused => BAD,
        };
        write!(f, "{style}{:9}{style:#}", self.word.text())?;
        if let Some(event) = &self.event {
            write!(f, "  {NAME}{}{NAME:#}", OneLine(event))?;
        }
        if let Some(id) = &self.id {
            write!(f, "  {FAINT}id{FAINT:#} {}", OneLine(id))?;
        }
        if let Some(at) = self.signed_at {
            write!(f, "  {FAINT}signed{FAINT:#} {}", rfc3339(at))?;
        }
        if let Some(why) = &self.why {
            write!(f, "  {}", OneLine(why))?;
        }
        Ok(())
    }
}

/// A text from outside that must not begin a line of its own, nor fill the terminal.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LIMIT: usize = 200;
        let line: String = self.0.chars().take(LIMIT).collect::<String>().replace('\n', "\\n");
        Shown(&line).fmt(f)?;
        if self.0.chars().nth(LIMIT).is_some() { f.write_str("…") } else { Ok(()) }
    }
}
