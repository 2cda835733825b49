//! The claims of a token that is genuine.

use std::{
    borrow::Cow,
    time::{Duration, SystemTime},
};

use base64ct::{Base64Unpadded, Base64UrlUnpadded, Encoding as _};
use sha2::{Digest as _, Sha256, Sha512};

use super::{ClaimDigest, DigestClaim, DigestText, Digested, JwtError, JwtScheme, input::JwtInput};
use crate::json;

/// What the claims say of time.
pub(super) struct Lifetime {
    pub(super) issued_at: Option<SystemTime>,
    pub(super) expires_at: Option<SystemTime>,
}

pub(super) fn check(
    scheme: &JwtScheme,
    max_age: Option<Duration>,
    issuer: Option<&str>,
    audience: Option<&str>,
    input: &JwtInput<'_>,
    payload: &[u8],
) -> Result<Lifetime, JwtError> {
    let claim = |name: &str| claim(payload, name);

    let expires_at = moment("exp", claim("exp")?)?;
    let begins = moment("nbf", claim("nbf")?)?;
    let issued_at = moment("iat", claim("iat")?)?;
    let (now, leeway) = (input.now, scheme.leeway);
    match expires_at {
        // `exp` is the first moment at which the token is no longer valid.
        Some(expires_at) if past(now, expires_at) >= Some(leeway) => {
            let since = past(now, expires_at).unwrap_or_default();
            return Err(JwtError::Expired { since });
        }
        None if scheme.requires_expiry => return Err(JwtError::MissingClaim("exp")),
        _ => {}
    }
    for start in [begins, issued_at].into_iter().flatten() {
        if let Some(ahead) = past(start, now).filter(|ahead| *ahead > leeway) {
            return Err(JwtError::NotYet { ahead });
        }
    }
    if let Some(max_age) = max_age {
        let issued_at = issued_at.ok_or(JwtError::MissingClaim("iat"))?;
        // Five minutes are five minutes: the leeway is for the moments that the token itself names.
        if let Some(since) = past(now, issued_at).filter(|since| *since > max_age) {
            return Err(JwtError::Expired { since });
        }
        if let Some(ahead) = past(issued_at, now).filter(|ahead| *ahead > max_age) {
            return Err(JwtError::NotYet { ahead });
        }
    }

    if let Some(issuer) = issuer {
        let claimed = string(claim("iss")?).ok_or(JwtError::MissingClaim("iss"))?;
        if claimed != issuer {
            return Err(JwtError::OtherClaim("iss"));
        }
    }
    if let Some(audience) = audience {
        let claimed = claim("aud")?.ok_or(JwtError::MissingClaim("aud"))?;
        if !is_audience(claimed, audience) {
            return Err(JwtError::OtherClaim("aud"));
        }
    }
    Ok(Lifetime { issued_at, expires_at })
}

/// Whether the claims that bind the request are those of this one.
pub(super) fn check_digests(
    scheme: &JwtScheme,
    input: &JwtInput<'_>,
    payload: &[u8],
) -> Result<(), JwtError> {
    for digest in scheme.digests {
        check_digest(digest, claim(payload, digest.name)?, input)?;
    }
    Ok(())
}

fn claim<'p>(payload: &'p [u8], name: &str) -> Result<Option<&'p [u8]>, JwtError> {
    let mut found = [None];
    json::locate(payload, &[&[name]], &mut found).map_err(|_| JwtError::Json)?;
    let [range] = found;
    Ok(range.and_then(|range| payload.get(range)))
}

/// How long `then` lies before `now`; `None` if it does not.
fn past(now: SystemTime, then: SystemTime) -> Option<Duration> {
    now.duration_since(then).ok()
}

/// A `NumericDate`: seconds since 1970, whose fraction is cut off. No sign, no exponent, no string.
fn moment(name: &'static str, raw: Option<&[u8]>) -> Result<Option<SystemTime>, JwtError> {
    let Some(raw) = raw else { return Ok(None) };
    let whole = match raw.split(|byte| *byte == b'.').next() {
        Some(whole) if raw.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.')) => whole,
        _ => return Err(JwtError::MissingClaim(name)),
    };
    std::str::from_utf8(whole)
        .ok()
        .and_then(|digits| digits.parse().ok())
        .and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)))
        .map(Some)
        .ok_or(JwtError::MissingClaim(name))
}

/// One audience, or several of which one is meant.
pub(super) fn is_audience(raw: &[u8], audience: &str) -> bool {
    match raw.first() {
        Some(b'"') => string(Some(raw)).is_some_and(|claimed| claimed == audience),
        Some(b'[') => serde_json::from_slice::<Vec<String>>(raw)
            .is_ok_and(|claimed| claimed.iter().any(|one| one == audience)),
        _ => false,
    }
}

fn check_digest(
    claim: &DigestClaim,
    raw: Option<&[u8]>,
    input: &JwtInput<'_>,
) -> Result<(), JwtError> {
    let of = match claim.of {
        Digested::Body => input.body,
        // Without an address there is nothing that the claim could match.
        Digested::Url => input.url.ok_or(JwtError::OtherClaim(claim.name))?.as_bytes(),
    };
    let Some(raw) = raw else {
        let may_miss = claim.optional_if_empty && of.is_empty();
        return if may_miss { Ok(()) } else { Err(JwtError::MissingClaim(claim.name)) };
    };
    let text = string(Some(raw)).ok_or(JwtError::MissingClaim(claim.name))?;
    let claimed = match claim.text {
        DigestText::Hex => hex::decode(text.as_bytes()).ok(),
        DigestText::Base64 => Base64Unpadded::decode_vec(text.trim_end_matches('=')).ok(),
        DigestText::Base64Url => Base64UrlUnpadded::decode_vec(text.trim_end_matches('=')).ok(),
    };
    // Digests of what the sender sent are no secrets: this comparison need not be constant in time.
    if claimed == Some(digest_of(claim.digest, of)) {
        Ok(())
    } else {
        Err(JwtError::OtherClaim(claim.name))
    }
}

/// The digest of these bytes that a claim holds.
pub(super) fn digest_of(digest: ClaimDigest, bytes: &[u8]) -> Vec<u8> {
    match digest {
        ClaimDigest::Sha256 => Sha256::digest(bytes).to_vec(),
        ClaimDigest::Sha512 => Sha512::digest(bytes).to_vec(),
    }
}

/// A JSON string's text; nothing else counts.
pub(super) fn string(raw: Option<&[u8]>) -> Option<Cow<'_, str>> {
    json::text(raw.filter(|raw| raw.first() == Some(&b'"'))?)
}
