//! Whether what a declaration needs is compiled.

use super::text::Text;
use crate::{grammar::Algorithm, scheme::is_compiled};

/// The algorithm of a declaration is compiled.
#[track_caller]
pub const fn algorithm(algorithm: Algorithm) {
    if is_compiled(algorithm) {
        return;
    }
    let features = algorithm.features();
    let which = if features.len() == 1 { " needs the feature " } else { " needs the features " };
    Text::new()
        .code(algorithm.as_str())
        .push(which)
        .list(features, " and ")
        .push(" of `webhook-kit`: add it where `Cargo.toml` names that crate")
        .fail();
}
