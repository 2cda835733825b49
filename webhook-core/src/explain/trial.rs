//! Attempts: a delivery with one thing put right, before the real verification.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::request;

use super::{Cause, Diagnosis, Explainer, Fact, MAX_ATTEMPTS, Verdict};
use crate::{
    delivery::Delivery,
    error::SetupError,
    grammar::Unit,
    keys::Secrets,
    rejection::Rejection,
    scheme::{Scheme, Way},
    verifier::Verifier,
};

/// How often the clock is set to the time of a token, which may say it several times.
const MOST_CLOCKS: usize = 4;
const STEP: Duration = Duration::from_secs(1);

/// A delivery, and what it is verified with.
#[derive(Clone)]
pub(super) struct Attempt {
    pub(super) scheme: &'static Scheme,
    pub(super) own: Way,
    pub(super) secrets: Secrets,
    pub(super) parts: request::Parts,
    pub(super) body: Bytes,
    pub(super) url: Option<String>,
}

impl Attempt {
    /// The delivery as it is.
    pub(super) fn new(explainer: &Explainer, parts: &request::Parts, body: &Bytes) -> Self {
        Self {
            scheme: explainer.scheme,
            own: explainer.scheme.way(),
            secrets: explainer.secrets.clone(),
            parts: parts.clone(),
            body: body.clone(),
            url: explainer.url.clone(),
        }
    }

    /// What the verification says that the owner has: with its limits, at the time of arrival.
    pub(super) fn verdict(&self, owner: &Explainer, at: SystemTime) -> Result<Delivery, Verdict> {
        let verifier = self.verifier().map_err(Verdict::NoKey)?.limit(owner.limit);
        let verifier = match owner.tolerance {
            Some(tolerance) => verifier.tolerance(tolerance).map_err(Verdict::NoKey)?,
            None => verifier,
        };
        let at_arrival = verifier.clock(move || at);
        at_arrival.verify(&self.parts, self.body.clone()).map_err(Verdict::Refused)
    }

    /// What the verification says if the time is left out of it: if no timestamp is too far from
    /// now, and it is the moment at which a token is valid.
    fn timeless(&self, mut now: SystemTime) -> Option<Delivery> {
        let mut verifier = self.verifier().ok()?.limit(usize::MAX);
        if self.scheme.data.timestamp.is_some_and(|timestamp| timestamp.tolerance.is_some()) {
            verifier = verifier.tolerance(Duration::MAX).ok()?;
        }
        for _ in 0..MOST_CLOCKS {
            let verifier = verifier.clone().clock(move || now);
            now = match verifier.verify(&self.parts, self.body.clone()) {
                Ok(delivery) => return Some(delivery),
                // A token ends before the moment that it names.
                Err(Rejection::Stale { age }) => now.checked_sub(age)?.checked_sub(STEP)?,
                Err(Rejection::Future { ahead }) => now.checked_add(ahead)?,
                Err(_) => return None,
            };
        }
        None
    }

    fn verifier(&self) -> Result<Verifier, SetupError> {
        let verifier = Verifier::signed_in(self.scheme, self.own, &self.secrets)?;
        match &self.url {
            Some(url) => verifier.url(url),
            None => Ok(verifier),
        }
    }
}

/// The attempts at one delivery.
pub(super) struct Trials {
    at: SystemTime,
    left: usize,
    /// What was found, each with the delivery that it makes genuine.
    found: Vec<(Option<Cause>, Attempt, Delivery)>,
}

impl Trials {
    pub(super) fn new(at: SystemTime) -> Self {
        Self { at, left: MAX_ATTEMPTS, found: Vec::new() }
    }

    /// Whether nothing was found yet.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Tries the other providers, each with one secret after the other: one may be of no form that
    /// the other provider takes.
    pub(super) fn try_others(&mut self, candidates: &[&'static Scheme], as_it_is: &Attempt) {
        let before = self.found.len();
        for scheme in candidates {
            for secret in as_it_is.secrets.iter() {
                let attempt = Attempt {
                    scheme,
                    own: scheme.way(),
                    secrets: secret.clone().into(),
                    ..as_it_is.clone()
                };
                if self.try_out(Some(Cause::Provider { fits: vec![scheme.data.name] }), attempt) {
                    break;
                }
            }
        }
        let fits: Vec<&'static str> = self
            .found
            .iter()
            .skip(before)
            .map(|(_, attempt, _)| attempt.scheme.data.name)
            .collect();
        self.found.truncate(before.saturating_add(1));
        if let Some((Some(cause @ Cause::Provider { .. }), ..)) = self.found.get_mut(before) {
            *cause = Cause::Provider { fits };
        }
    }

    /// Tries an attempt: whether it is genuine.
    pub(super) fn try_out(&mut self, cause: Option<Cause>, attempt: Attempt) -> bool {
        let Some(left) = self.left.checked_sub(1) else { return false };
        self.left = left;
        let Some(delivery) = attempt.timeless(self.at) else { return false };
        self.found.push((cause, attempt, delivery));
        true
    }

    /// Says what was found, and what the time has to do with it.
    pub(super) fn into_diagnosis(self, owner: &Explainer, diagnosis: &mut Diagnosis) {
        if self.left == 0 {
            diagnosis.facts.push(Fact::NotAllTried { tried: MAX_ATTEMPTS });
        }
        if let Some((_, attempt, delivery)) = self.found.first() {
            diagnosis.signed_at = delivery.signed_at();
            if let Err(Verdict::Refused(rejection)) = attempt.verdict(owner, self.at) {
                diagnosis.causes.extend(about_time(&rejection, attempt.scheme, delivery, self.at));
            }
        }
        let time = diagnosis.causes.len();
        diagnosis.causes.extend(self.found.into_iter().filter_map(|(cause, ..)| cause));
        // What is about the time comes last.
        diagnosis.causes.rotate_left(time);
    }
}

fn about_time(
    rejection: &Rejection,
    scheme: &Scheme,
    delivery: &Delivery,
    at: SystemTime,
) -> Option<Cause> {
    let off = match rejection {
        Rejection::Stale { age } => {
            let signed_at = delivery.signed_at();
            let since = signed_at.and_then(|signed_at| at.duration_since(signed_at).ok());
            Cause::Stale { age: since.unwrap_or(*age) }
        }
        Rejection::Future { ahead } => Cause::Ahead { by: *ahead },
        _ => return None,
    };
    Some(other_unit(scheme, delivery, at).unwrap_or(off))
}

/// A timestamp that is now in another unit.
fn other_unit(scheme: &Scheme, delivery: &Delivery, at: SystemTime) -> Option<Cause> {
    let timestamp = scheme.data.timestamp?;
    let since = |at: SystemTime| at.duration_since(SystemTime::UNIX_EPOCH).ok();
    let read = since(delivery.signed_at()?)?;
    let (sent, meant) = match timestamp.unit {
        Unit::Seconds => (Unit::Milliseconds, read.checked_div(1000)?),
        Unit::Milliseconds => (Unit::Seconds, read.checked_mul(1000)?),
        _ => return None,
    };
    (meant.abs_diff(since(at)?) <= timestamp.tolerance?).then_some(Cause::TimestampUnit { sent })
}
