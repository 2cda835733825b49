//! "Did you mean": the nearest spelling among those that are known.

use super::one_of;

/// A list that is longer shows the most similar words alone; beside a guess, and without one.
const LONG: (usize, usize) = (16, 39);

/// How many words of a long list are shown.
const SHOWN: usize = 6;

/// What can stand in the place of `word`, for the end of a sentence: the nearest spelling if there
/// is one, and a list. `show` is how a word is written.
pub fn alternatives(word: &str, known: &[&str], show: fn(&str) -> String) -> String {
    let near = nearest(word, known.iter().copied());
    let list = list(word, known, if near.is_some() { LONG.0 } else { LONG.1 }, show);
    match near {
        Some(near) if known.len() < 2 => format!("did you mean `{}`?", show(near)),
        Some(near) => format!("did you mean `{}`? Expected {list}", show(near)),
        None => format!("expected {list}"),
    }
}

/// All words, or of many the most similar, those that begin like `word`, and then the first.
fn list(word: &str, known: &[&str], long: usize, show: fn(&str) -> String) -> String {
    let mut known = known.to_vec();
    let is_long = known.len() > long;
    if is_long {
        known.sort_by_key(|known| std::cmp::Reverse(shared(word, known)));
        known.truncate(SHOWN);
    }
    let shown: Vec<String> = known.into_iter().map(show).collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    let list = one_of(&shown);
    if is_long { format!("{} or another", list.replace(" or ", ", ")) } else { list }
}

/// How many letters two words have in common at their beginnings.
fn shared(left: &str, right: &str) -> usize {
    let pairs = left.bytes().zip(right.bytes());
    pairs.take_while(|(left, right)| left.eq_ignore_ascii_case(right)).count()
}

/// The candidate nearest to `word`, if one is near enough to be a slip of the fingers: at most two
/// edits (one for words under five letters), an edit being a letter added, dropped, changed, or
/// swapped with its neighbour.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = if word.chars().count() < 5 { 1 } else { 2 };
    candidates
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        // Of two as near, the one that the word begins: it was not finished. Then the one that is as
        // long: fingers slip more often than they skip.
        .min_by_key(|(distance, candidate)| {
            let is_begun = shared(word, candidate) == word.len();
            (*distance, !is_begun, candidate.len().abs_diff(word.len()))
        })
        .map(|(_, candidate)| candidate)
}

/// Optimal string alignment distance, ignoring case.
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().flat_map(char::to_lowercase).collect();
    let right: Vec<char> = right.chars().flat_map(char::to_lowercase).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, &a) in left.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, &b) in right.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX);
            let mut cost = at(&above, column) + usize::from(a != b);
            cost = cost.min(at(&above, column + 1) + 1).min(at(&current, column) + 1);
            let swapped = row > 0
                && column > 0
                && left.get(row - 1) == Some(&b)
                && right.get(column - 1) == Some(&a);
            if swapped {
                cost = cost.min(at(&before, column - 1) + 1);
            }
            current.push(cost);
        }
        before = std::mem::replace(&mut above, current);
    }
    above.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{alternatives, nearest};

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let words = ["seconds", "milliseconds", "auto"];
        assert_eq!(nearest("secnods", words), Some("seconds"));
        assert_eq!(nearest("Seconds", words), Some("seconds"));
        assert_eq!(nearest("second", words), Some("seconds"));
        assert_eq!(nearest("auot", words), Some("auto"));
        assert_eq!(nearest("minutes", words), None);
        assert_eq!(nearest("", words), None);
        // A word that was not finished.
        assert_eq!(nearest("fincr", ["finch", "fincra"]), Some("fincra"));
        // Two slips from five letters on, one in less.
        assert_eq!(nearest("sceods", ["seconds"]), Some("seconds"));
        assert_eq!(nearest("heads", ["header"]), Some("header"));
        assert_eq!(nearest("jxon", ["json"]), Some("json"));
        assert_eq!(nearest("jxno", ["json"]), None);
    }

    #[test]
    fn short_lists_are_shown_whole_and_of_long_ones_the_most_similar() {
        let words = ["seconds", "milliseconds", "auto"];
        let sentence = |word| alternatives(word, &words, str::to_owned);
        assert_eq!(
            sentence("second"),
            "did you mean `seconds`? Expected `seconds`, `milliseconds` or `auto`"
        );
        assert_eq!(sentence("minutes"), "expected `seconds`, `milliseconds` or `auto`");

        assert_eq!(alternatives("second", &words[..1], str::to_owned), "did you mean `seconds`?");
        for (count, word, is_whole) in [
            (16, "event.1x", true),
            (17, "event.1x", false),
            (39, "nothing", true),
            (40, "nothing", false),
        ] {
            let some: Vec<String> = (0..count).map(|number| format!("event.{number}")).collect();
            let some: Vec<&str> = some.iter().map(String::as_str).collect();
            let sentence = alternatives(word, &some, str::to_owned);
            assert_eq!(!sentence.ends_with(" or another"), is_whole, "{sentence}");
        }

        let many: Vec<String> = (0..40).map(|number| format!("event.{number}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(
            alternatives("event.33x", &many, str::to_owned),
            "did you mean `event.33`? Expected `event.33`, `event.3`, `event.30`, `event.31`, `event.32`, `event.34` or another"
        );
        assert_eq!(
            alternatives("nothing", &many, str::to_owned),
            "expected `event.0`, `event.1`, `event.2`, `event.3`, `event.4`, `event.5` or another"
        );
    }
}
