//! The claims of a token that is genuine.

use std::{
    borrow::Cow,
    time::{Duration, SystemTime},
};

use base64ct::{Base64Unpadded, Base64UrlUnpadded, Encoding as _};
use sha2::{Digest as _, Sha256, Sha512};

use super::{
    ClaimDigest, DigestClaim, DigestText, Digested, TokenError, TokenScheme, input::TokenInput,
};
use crate::json;

/// What the claims say of time.
pub(super) struct Lifetime {
    pub(super) issued_at: Option<SystemTime>,
    pub(super) expires_at: Option<SystemTime>,
}

pub(super) fn check(
    scheme: &TokenScheme,
    issuer: Option<&str>,
    audience: Option<&str>,
    input: &TokenInput<'_>,
    payload: &[u8],
) -> Result<Lifetime, TokenError> {
    let claim = |name: &str| claim(payload, name);

    let expires_at = moment("exp", claim("exp")?)?;
    let begins = moment("nbf", claim("nbf")?)?;
    let issued_at = moment("iat", claim("iat")?)?;
    let (now, leeway) = (input.now, scheme.leeway);
    match expires_at {
        // `exp` is the first moment at which the token is no longer valid.
        Some(expires_at) if past(now, expires_at) >= Some(leeway) => {
            let since = past(now, expires_at).unwrap_or_default();
            return Err(TokenError::Expired { since });
        }
        None if scheme.requires_expiry => return Err(TokenError::MissingClaim("exp")),
        _ => {}
    }
    for start in [begins, issued_at].into_iter().flatten() {
        if let Some(ahead) = past(start, now).filter(|ahead| *ahead > leeway) {
            return Err(TokenError::NotYet { ahead });
        }
    }
    if let Some(max_age) = scheme.max_age {
        let issued_at = issued_at.ok_or(TokenError::MissingClaim("iat"))?;
        let since = past(now, issued_at).unwrap_or_default();
        if since > max_age.saturating_add(leeway) {
            return Err(TokenError::Expired { since });
        }
    }

    if let Some(issuer) = issuer {
        let claimed = string(claim("iss")?).ok_or(TokenError::MissingClaim("iss"))?;
        if claimed != issuer {
            return Err(TokenError::OtherClaim("iss"));
        }
    }
    if let Some(audience) = audience {
        let claimed = claim("aud")?.ok_or(TokenError::MissingClaim("aud"))?;
        if !is_audience(claimed, audience) {
            return Err(TokenError::OtherClaim("aud"));
        }
    }
    Ok(Lifetime { issued_at, expires_at })
}

/// Whether the claims that bind the request are those of this one.
pub(super) fn check_digests(
    scheme: &TokenScheme,
    input: &TokenInput<'_>,
    payload: &[u8],
) -> Result<(), TokenError> {
    for digest in scheme.digests {
        check_digest(digest, claim(payload, digest.name)?, input)?;
    }
    Ok(())
}

fn claim<'p>(payload: &'p [u8], name: &str) -> Result<Option<&'p [u8]>, TokenError> {
    let mut found = [None];
    json::locate(payload, &[&[name]], &mut found).map_err(|_| TokenError::Json)?;
    let [range] = found;
    Ok(range.and_then(|range| payload.get(range)))
}

/// How long `then` lies before `now`; `None` if it does not.
fn past(now: SystemTime, then: SystemTime) -> Option<Duration> {
    now.duration_since(then).ok()
}

/// A `NumericDate`: seconds since 1970, whose fraction is cut off. No sign, no exponent, no string.
fn moment(name: &'static str, raw: Option<&[u8]>) -> Result<Option<SystemTime>, TokenError> {
    let Some(raw) = raw else { return Ok(None) };
    let whole = match raw.split(|byte| *byte == b'.').next() {
        Some(whole) if raw.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.')) => whole,
        _ => return Err(TokenError::MissingClaim(name)),
    };
    std::str::from_utf8(whole)
        .ok()
        .and_then(|digits| digits.parse().ok())
        .and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)))
        .map(Some)
        .ok_or(TokenError::MissingClaim(name))
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
    input: &TokenInput<'_>,
) -> Result<(), TokenError> {
    let of = match claim.of {
        Digested::Body => input.body,
        // Without an address there is nothing that the claim could match.
        Digested::Url => input.url.ok_or(TokenError::OtherClaim(claim.name))?.as_bytes(),
    };
    let Some(raw) = raw else {
        let may_miss = claim.optional_if_empty && of.is_empty();
        return if may_miss { Ok(()) } else { Err(TokenError::MissingClaim(claim.name)) };
    };
    let text = string(Some(raw)).ok_or(TokenError::MissingClaim(claim.name))?;
    let claimed = match claim.text {
        DigestText::Hex => hex::decode(text.as_bytes()).ok(),
        DigestText::Base64 => Base64Unpadded::decode_vec(text.trim_end_matches('=')).ok(),
        DigestText::Base64Url => Base64UrlUnpadded::decode_vec(text.trim_end_matches('=')).ok(),
    };
    // Digests of what the sender sent are no secrets: this comparison need not be constant in time.
    if claimed == Some(claim.digest.of(of)) {
        Ok(())
    } else {
        Err(TokenError::OtherClaim(claim.name))
    }
}

impl ClaimDigest {
    pub(super) fn of(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Sha512 => Sha512::digest(bytes).to_vec(),
        }
    }
}

/// A JSON string's text; nothing else counts.
pub(super) fn string(raw: Option<&[u8]>) -> Option<Cow<'_, str>> {
    json::text(raw.filter(|raw| raw.first() == Some(&b'"'))?)
}
