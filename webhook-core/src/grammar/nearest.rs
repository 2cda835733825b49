//! "Did you mean": the nearest spelling among those that are known.

/// The candidate nearest to `word`, if one is near enough to be a slip of the fingers: at most two
/// edits (one for words under five letters), an edit being a letter added, dropped, changed, or
/// swapped with its neighbour.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = if word.chars().count() < 5 { 1 } else { 2 };
    candidates
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        // Of two as near, the one that is as long: fingers slip more often than they skip.
        .min_by_key(|(distance, candidate)| (*distance, candidate.len().abs_diff(word.len())))
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
    use super::nearest;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let words = ["seconds", "milliseconds", "auto"];
        assert_eq!(nearest("secnods", words), Some("seconds"));
        assert_eq!(nearest("Seconds", words), Some("seconds"));
        assert_eq!(nearest("second", words), Some("seconds"));
        assert_eq!(nearest("auot", words), Some("auto"));
        assert_eq!(nearest("minutes", words), None);
        assert_eq!(nearest("", words), None);
    }
}
