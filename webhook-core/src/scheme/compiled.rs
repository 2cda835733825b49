//! Whether what a scheme needs is compiled.

#![allow(clippy::indexing_slicing, reason = "over constants, by indices below their length")]

use crate::grammar::Algorithm;

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

/// `left == right`, which is not `const` for texts yet.
///
/// From the end: it is asked for every pair of names, and names differ sooner there.
pub(crate) const fn equal(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = left.len();
    while index > 0 {
        index -= 1;
        if left[index] != right[index] {
            return false;
        }
    }
    true
}
