//! Whether what a declaration needs is compiled.

use super::text::{Text, equal};
use crate::scheme::Algorithm;

/// The algorithm of a declaration is compiled.
#[track_caller]
pub const fn algorithm(algorithm: Algorithm) {
    if is_compiled(algorithm) {
        return;
    }
    let features = algorithm.features();
    let which = if features.len() == 1 { " needs the feature " } else { " needs the features " };
    Text::new()
        .code(algorithm.word())
        .push(which)
        .list(features, " and ")
        .push(" of `webhook-kit`: add it where `Cargo.toml` names that crate")
        .fail();
}

/// Whether all that an algorithm needs is compiled.
pub(crate) const fn is_compiled(algorithm: Algorithm) -> bool {
    let features = algorithm.features();
    let mut index = 0;
    while index < features.len() {
        if !is_enabled(features[index]) {
            return false;
        }
        index += 1;
    }
    true
}

const fn is_enabled(feature: &str) -> bool {
    (equal(feature, "ecdsa-p256") && cfg!(feature = "ecdsa-p256"))
        || (equal(feature, "ed25519") && cfg!(feature = "ed25519"))
        || (equal(feature, "jwt") && cfg!(feature = "jwt"))
        || (equal(feature, "rsa") && cfg!(feature = "rsa"))
}
