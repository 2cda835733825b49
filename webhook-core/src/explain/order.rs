//! In which order attempts are made.

use super::{
    body, secret, signature,
    trial::{Attempt, Trials},
    url,
};
use crate::scheme::Scheme;

/// Tries one thing after the other. What the owner did and what happened on the way is likelier than
/// that the declaration is wrong.
pub(super) fn run(trials: &mut Trials, candidates: &[&'static Scheme], as_it_is: &Attempt) {
    if trials.try_out(None, as_it_is.clone()) {
        return;
    }
    let _ = secret::try_all(trials, as_it_is)
        || body::try_all(trials, as_it_is)
        || url::try_all(trials, as_it_is)
        || secret::try_line_ends(trials, as_it_is);
    trials.try_others(candidates, as_it_is);
    if trials.is_empty() {
        signature::try_all(trials, as_it_is);
    }
}
