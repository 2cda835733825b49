//! Whether the names of events are the provider's.

use super::{
    Declared,
    text::{Text, contains},
};

/// Names longer than this are not guessed at.
const LONGEST: usize = 96;

impl Declared {
    /// The provider sends events of this name, or does not say which it sends.
    #[track_caller]
    pub const fn event(self, name: &str) {
        if self.events.is_empty() || contains(self.events, name) {
            return;
        }
        let text = Text::new().code(self.scheme.name).push(" sends no event ").code(name);
        match nearest(name, self.events) {
            Some(near) => text.push(": did you mean ").code(near).push("?").fail(),
            None => text.push(": it sends ").list(self.events, " and ").fail(),
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
            Text::new().push("events of ").code(self.scheme.name).push(" are left out: ");
        let mut missing = 0;
        let mut index = 0;
        while index < self.events.len() {
            let name = self.events[index];
            if !contains(names, name) {
                if missing > 0 {
                    text = text.push(", ");
                }
                text = text.code(name);
                missing += 1;
            }
            index += 1;
        }
        if missing > 0 {
            text.push(remedy).fail();
        }
    }
}

/// The name nearest to `word`, if one is near enough to be a slip of the fingers: at most two
/// edits, as in `grammar::nearest`.
const fn nearest<'a>(word: &str, names: &[&'a str]) -> Option<&'a str> {
    let mut found = None;
    let mut least = if word.len() < 5 { 2 } else { 3 };
    let mut index = 0;
    while index < names.len() {
        let distance = distance(word.as_bytes(), names[index].as_bytes());
        if distance < least {
            least = distance;
            found = Some(names[index]);
        }
        index += 1;
    }
    found
}

/// Optimal string alignment distance, ignoring case.
#[allow(clippy::cast_possible_truncation, reason = "bounded by `LONGEST`")]
const fn distance(left: &[u8], right: &[u8]) -> usize {
    if left.len() > LONGEST || right.len() > LONGEST {
        return usize::MAX;
    }
    let mut rows = [[0_u8; LONGEST + 1]; LONGEST + 1];
    let mut row = 0;
    while row <= left.len() {
        let mut column = 0;
        while column <= right.len() {
            rows[row][column] = if row == 0 || column == 0 {
                // At most twice the longest name, which a byte holds.
                (row + column) as u8
            } else {
                let same = left[row - 1].eq_ignore_ascii_case(&right[column - 1]);
                let mut cost = rows[row - 1][column - 1] + if same { 0 } else { 1 };
                cost = less(cost, rows[row - 1][column] + 1);
                cost = less(cost, rows[row][column - 1] + 1);
                if row > 1
                    && column > 1
                    && left[row - 1] == right[column - 2]
                    && left[row - 2] == right[column - 1]
                {
                    cost = less(cost, rows[row - 2][column - 2] + 1);
                }
                cost
            };
            column += 1;
        }
        row += 1;
    }
    rows[left.len()][right.len()] as usize
}

const fn less(left: u8, right: u8) -> u8 {
    if left < right { left } else { right }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn guesses() {
        let names = ["payout.successful", "payout.failed", "ping"];
        assert_eq!(nearest("payout.sucessful", &names), Some("payout.successful"));
        assert_eq!(nearest("payout.faield", &names), Some("payout.failed"));
        assert_eq!(nearest("pong", &names), Some("ping"));
        assert_eq!(nearest("payout.pending", &names), None);
        assert_eq!(nearest(&"x".repeat(200), &names), None);
    }
}
