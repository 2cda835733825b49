//! The trials of `tests/hostile/trials.py` still have something to take away.

use std::{collections::BTreeSet, fs, path::Path};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Trial {
    taken: String,
    file: String,
    before: String,
    after: String,
    #[serde(rename = "seen")]
    _seen: bool,
}

#[test]
fn what_a_trial_takes_away_stands_where_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let trials = fs::read_to_string(root.join("tests/hostile/trials.json")).expect("the trials");
    let trials: Vec<Trial> = serde_json::from_str(&trials).expect("trials");
    assert!(trials.len() > 40, "{} trials", trials.len());
    let mut names = BTreeSet::new();
    let mut stale = Vec::new();
    for trial in &trials {
        assert!(names.insert(&trial.taken), "two trials take away {}", trial.taken);
        assert_ne!(trial.before, trial.after, "{} takes nothing away", trial.taken);
        let source = fs::read_to_string(root.join("webhook-core/src").join(&trial.file));
        let count = source.unwrap_or_default().matches(&trial.before).count();
        if count != 1 {
            stale.push(format!("{}: {count} times in {}", trial.taken, trial.file));
        }
    }
    assert!(stale.is_empty(), "update tests/hostile/trials.json:\n{}", stale.join("\n"));
}
