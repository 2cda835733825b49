//! What verification does for schemes that are code.

use std::{
    convert::Infallible,
    time::{Duration, SystemTime},
};

use http::request;

use super::{candidates::Candidates, key::State, public::Fetched, setup::Setup};
use crate::{
    grammar::{Algorithm, Encoding},
    rejection::Rejection,
    request::Moment,
    scheme::custom::{FeedUnder, Verification},
};

/// A request that code is asked about, and the keys to find out.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub(super) setup: &'a Setup,
    pub(super) parts: &'a request::Parts,
}

impl Verification for Asked<'_> {
    fn url(&self) -> Result<String, Rejection> {
        let address = self.setup.address.as_ref().ok_or(Rejection::UnknownAddress)?;
        Ok(address.url(&self.parts.uri))
    }

    fn check_fresh(&self, at: SystemTime, tolerance: Duration) -> Result<(), Rejection> {
        let tolerance = self.setup.tolerance.unwrap_or(tolerance);
        Moment::at_second(at).check(self.setup.clock.now(), tolerance)
    }

    fn matching(
        &self,
        algorithm: Algorithm,
        encoding: Encoding,
        signatures: &[&[u8]],
        message: &FeedUnder<'_>,
    ) -> Option<usize> {
        let mut candidates = Candidates::new(algorithm, encoding);
        for signature in signatures {
            candidates.offer(signature);
        }
        if candidates.overflowed() {
            return None;
        }
        let matches = |key: &[u8]| {
            let Some(state) = State::new(algorithm, key) else { return false };
            let fed = |feed: &mut dyn FnMut(&[u8])| {
                message(key, feed);
                Ok::<(), Infallible>(())
            };
            matches!(state.secret(0, &candidates, &Fetched::default(), fed), Ok(Some(_)))
        };
        self.setup.keys().iter().find(|key| matches(&key.bytes)).map(|key| key.secret)
    }
}
