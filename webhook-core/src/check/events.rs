//! Whether the names of events are the provider's.

use crate::scheme::Scheme;

use super::{
    Declared,
    lookup::Lookup,
    text::{Text, contains, equal},
};

/// More edits than any guess has.
const FAR: u8 = 100;

/// Names longer than this are not guessed at.
const LONGEST: usize = 96;

/// A list that is longer shows the most similar names alone; beside a guess, and without one. As in
/// `grammar::alternatives`, which constants cannot call.
const LONG: (usize, usize) = (16, 32);

/// How many names of a long list are shown.
const SHOWN: usize = 6;

/// What to do where the list is behind.
const NEWER: &str = "; beside a name that is newer than this list, write `unlisted`";

impl Declared {
    /// Deliveries name an event at all: else nothing would ever be of any name.
    #[track_caller]
    const fn names_events(self) {
        let is_known = !self.scheme.name().is_empty();
        if is_known && self.scheme.data.event_type.is_empty() && self.scheme.custom.is_none() {
            Text::new()
                .push("deliveries of ")
                .code(self.scheme.name())
                .push(" name no event, so that none would ever be of this name: take each whole, as a `RawEvent` or a type of its body")
                .fail();
        }
    }

    /// The name is newer than the list, and no slip of the fingers in one that is on it.
    #[track_caller]
    pub const fn unlisted(self, name: &str) {
        self.names_events();
        if self.events.is_empty() || contains(self.events, name) {
            return;
        }
        if let Some(near) = nearest(name, self.events) {
            if !differs_in_digits(name.as_bytes(), near.as_bytes()) {
                Text::new()
                    .code(name)
                    .push(" is one slip away from ")
                    .code(near)
                    .push(", which ")
                    .code(self.scheme.name())
                    .push(" sends: write that, or take an event that is really called so with `other`")
                    .fail();
            }
        }
    }

    /// The provider sends events of this name, or does not say which it sends.
    #[track_caller]
    pub const fn event(self, name: &str) {
        self.names_events();
        if self.events.is_empty() || contains(self.events, name) {
            return;
        }
        let text = Text::new().code(self.scheme.data.name).push(" sends no event ").code(name);
        match nearest(name, self.events) {
            Some(near) => {
                let text = text.push(": did you mean ").code(near).push("?");
                if self.events.len() < 2 {
                    text.fail()
                }
                similar(text.push(" It sends "), name, self.events, LONG.0).push(NEWER).fail()
            }
            None => similar(text.push(": it sends "), name, self.events, LONG.1).push(NEWER).fail(),
        }
    }

    /// Every event that the provider sends has a variant.
    #[track_caller]
    pub const fn left_out(self, names: &[&str]) {
        self.missing(names, "; add them, one `#[event(other)]` for all the rest, or `ignore_others` to the `#[event(..)]` of the enum");
    }

    /// Every event that the provider sends has a method.
    #[track_caller]
    pub const fn without_method(self, names: &[&str]) {
        self.missing(names, "; add them, one `#[on(other)]` for all the rest, or `ignore_others` to the `#[webhook(..)]` of the block");
    }

    #[track_caller]
    const fn missing(self, names: &[&str], remedy: &str) {
        let mut text =
            Text::new().push("events of ").code(self.scheme.data.name).push(" are left out: ");
        let mut missing = 0;
        let taken = Lookup::of(names);
        let mut index = 0;
        while index < self.events.len() {
            let name = self.events[index];
            if !taken.has(name) {
                text = text.several(name, missing);
                missing += 1;
            }
            index += 1;
        }
        if missing > 0 {
            text.several_end(missing).push(remedy).fail();
        }
    }
}

/// The enum of events that a provider names is one of its own.
#[track_caller]
pub const fn events_are_of(theirs: &Scheme, own: &Scheme) {
    if !equal(theirs.name(), own.name()) {
        Text::new()
            .push("these are the events of ")
            .code(theirs.name())
            .push(", not of ")
            .code(own.name())
            .push(": name an enum whose `#[event(provider = ..)]` is this one")
            .fail();
    }
}

/// All names, or of many the most similar, those that begin like `word`, and then the first.
const fn similar(mut text: Text, word: &str, names: &[&str], long: usize) -> Text {
    if names.len() <= long {
        return text.list(names, " and ");
    }
    let mut shown = 0;
    // The one that was shown last: what it shares with `word`, and where it stands.
    let mut last = (usize::MAX, 0);
    while shown < SHOWN {
        let (mut most, mut at) = (0, names.len());
        let mut index = 0;
        while index < names.len() {
            let shared = begin_alike(word.as_bytes(), names[index].as_bytes());
            let follows = shared < last.0 || (shared == last.0 && index > last.1);
            if follows && (at == names.len() || shared > most) {
                (most, at) = (shared, index);
            }
            index += 1;
        }
        text = text.push(if shown > 0 { ", " } else { "" }).code(names[at]);
        last = (most, at);
        shown += 1;
    }
    text.push(" and others")
}

/// Whether two names have other digits: versions are counted up, and nobody mistypes them.
const fn differs_in_digits(left: &[u8], right: &[u8]) -> bool {
    let (mut at, mut beside) = (0, 0);
    loop {
        while at < left.len() && !left[at].is_ascii_digit() {
            at += 1;
        }
        while beside < right.len() && !right[beside].is_ascii_digit() {
            beside += 1;
        }
        match (at < left.len(), beside < right.len()) {
            (false, false) => return false,
            (true, true) if left[at] == right[beside] => (at, beside) = (at + 1, beside + 1),
            _ => return true,
        }
    }
}

/// How many letters two words have in common at their beginnings.
const fn begin_alike(left: &[u8], right: &[u8]) -> usize {
    let mut index = 0;
    while index < left.len()
        && index < right.len()
        && left[index].eq_ignore_ascii_case(&right[index])
    {
        index += 1;
    }
    index
}

/// The name nearest to `word`, if one is near enough to be a slip of the fingers: at most two
/// edits, as in `grammar::nearest`.
pub(super) const fn nearest<'a>(word: &str, names: &[&'a str]) -> Option<&'a str> {
    let mut found = None;
    let mut least = if word.len() < 5 { 2 } else { 3 };
    let mut index = 0;
    while index < names.len() {
        let distance = distance(word.as_bytes(), names[index].as_bytes());
        // Of two as near, the one that the word begins: it was not finished.
        let is_begun = match found {
            Some(found) if distance == least => begins(names[index], word) && !begins(found, word),
            _ => false,
        };
        if distance < least || is_begun {
            least = distance;
            found = Some(names[index]);
        }
        index += 1;
    }
    found
}

/// Whether a name begins with a word, ignoring case.
const fn begins(name: &str, word: &str) -> bool {
    begin_alike(name.as_bytes(), word.as_bytes()) == word.len()
}

/// Optimal string alignment distance, ignoring case; [`FAR`] or more where it is above two.
///
/// Steps are counted while compiling, and a provider may have hundreds of names: what begins and
/// ends alike is not looked at, nor what is more than two letters off the diagonal.
#[allow(clippy::cast_possible_truncation, reason = "bounded by `LONGEST`")]
const fn distance(left: &[u8], right: &[u8]) -> usize {
    if left.len() > LONGEST || right.len() > LONGEST || left.len().abs_diff(right.len()) > 2 {
        return FAR as usize;
    }
    let start = begin_alike(left, right);
    let (mut left_end, mut right_end) = (left.len(), right.len());
    while left_end > start
        && right_end > start
        && left[left_end - 1].eq_ignore_ascii_case(&right[right_end - 1])
    {
        left_end -= 1;
        right_end -= 1;
    }
    let mut rows = [[FAR; LONGEST + 1]; LONGEST + 1];
    let mut row = start;
    while row <= left_end {
        let mut column = if row > start + 2 { row - 2 } else { start };
        while column <= right_end && column <= row + 2 {
            rows[row][column] = if row == start || column == start {
                (row - start + column - start) as u8
            } else {
                let same = left[row - 1].eq_ignore_ascii_case(&right[column - 1]);
                let mut cost = rows[row - 1][column - 1] + if same { 0 } else { 1 };
                cost = less(cost, rows[row - 1][column] + 1);
                cost = less(cost, rows[row][column - 1] + 1);
                if row > start + 1
                    && column > start + 1
                    && left[row - 1].eq_ignore_ascii_case(&right[column - 2])
                    && left[row - 2].eq_ignore_ascii_case(&right[column - 1])
                {
                    cost = less(cost, rows[row - 2][column - 2] + 1);
                }
                // No sum of it leaves a byte.
                less(cost, FAR)
            };
            column += 1;
        }
        row += 1;
    }
    rows[left_end][right_end] as usize
}

const fn less(left: u8, right: u8) -> u8 {
    if left < right { left } else { right }
}

#[cfg(test)]
mod tests {
    use super::{differs_in_digits, distance, nearest};

    #[test]
    fn versions_are_no_slips() {
        for (left, right, differs) in [
            ("v1.paid", "v2.paid", true),
            ("paid", "paid2", true),
            ("v1.paid", "v1.piad", false),
            ("a", "b", false),
        ] {
            assert_eq!(differs_in_digits(left.as_bytes(), right.as_bytes()), differs, "{left}");
        }
    }

    #[test]
    fn guesses() {
        let names = ["payout.successful", "payout.failed", "ping"];
        assert_eq!(nearest("payout.sucessful", &names), Some("payout.successful"));
        assert_eq!(nearest("payout.faield", &names), Some("payout.failed"));
        assert_eq!(nearest("pong", &names), Some("ping"));
        assert_eq!(nearest("payout.pending", &names), None);
        assert_eq!(nearest(&"x".repeat(200), &names), None);
    }

    #[test]
    fn guesses_are_those_of_the_grammar() {
        let names = ["payout.successful", "payout.failed", "charge.failed", "ping", "ab", "ba"];
        let words = "payout.success payout.successfull Payout.Failed pyaout.failed payout.fialde \
            charge.faild cahrge.failed chargefailed pin pingg gnip aab a b ba xy";
        for word in words.split(' ') {
            let distant = distance(word.as_bytes(), b"payout.failed");
            assert_eq!(
                nearest(word, &names),
                crate::grammar::nearest(word, names),
                "{word} {distant}"
            );
        }
    }
}
