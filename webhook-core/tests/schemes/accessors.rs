//! What a declaration says is what its readers see: tools show it, and programs that are told at run
//! time which provider it is go by it.

use std::time::Duration;

use webhook_core::{
    Scheme,
    jwt::{ClaimDigest, DigestClaim, DigestText, JwtAlgorithm, JwtContent, JwtScheme},
    scheme::{
        Algorithm, Checked, DocumentForm, Encoding, Evidence, FetchedKeys, Format, Handshake,
        HandshakeMethod, KeyForm, OnRetry, Timestamp, TimestampPlace, Unit, Way,
    },
};

const OR: Way = Way {
    algorithm: Algorithm::Ed25519,
    encoding: Encoding::Base64,
    format: Format::Whole { prefix: "", suffix: "" },
    secret_encoding: KeyForm::Utf8,
    secret_prefix: "whpk_",
    key_derivation: None,
    when: None,
};
const TOKEN: JwtScheme = JwtScheme::new(&[JwtAlgorithm::Hs512])
    .with_content(JwtContent::Claims)
    .with_unsigned("it says nothing of the body");
const KEYS: FetchedKeys = FetchedKeys {
    id: None,
    url: Some("https://example.com/keys"),
    hosts: &[],
    form: DocumentForm::KeySet,
};
const PING: Handshake = Handshake {
    method: HandshakeMethod::Head,
    when: &[],
    challenge: None,
    verify_token: None,
    answer: &[],
    header: &[],
    proof: None,
    status: 204,
    refusal: 403,
    signed: false,
};

const LEAST: Scheme = Scheme::new("least", Algorithm::HmacSha256, &["x-signature"]);
const MOST: Scheme = Scheme::of(Checked {
    name: "most",
    algorithm: Algorithm::HmacSha1,
    headers: &["x-one", "x-two"],
    display_name: Some("The Most"),
    evidence: Some(Evidence::Docs),
    docs: Some("https://example.com/docs"),
    alternatives: &[OR],
    jwt: Some(&TOKEN),
    public_keys: Some(&KEYS),
    timestamp: Some(Timestamp {
        place: TimestampPlace::Header("x-time"),
        unit: Unit::Seconds,
        tolerance: Some(Duration::from_secs(300)),
        on_retry: OnRetry::Renewed,
    }),
    ack: Some(202),
    ack_within: Some(Duration::from_secs(3)),
    retry_window: Some(Duration::from_secs(3600)),
    source_ips: &["203.0.113.7"],
    weak: Some("nothing better is offered"),
    unsigned: Some("the sender signs the time alone"),
    handshake: &[PING],
    ..Checked::EMPTY
});

#[test]
fn what_is_declared_is_shown() {
    assert_eq!((MOST.name(), MOST.display_name()), ("most", "The Most"));
    assert_eq!(MOST.evidence(), Some(Evidence::Docs));
    let own = |word: &&str| Evidence::from_word(word).is_some_and(Evidence::is_first_hand);
    let own: Vec<&str> = Evidence::WORDS.iter().copied().filter(own).collect();
    assert_eq!(own, ["vector", "sdk", "docs"]);
    assert_eq!(MOST.docs(), "https://example.com/docs");
    assert_eq!(MOST.algorithm(), Algorithm::HmacSha1);
    assert_eq!(MOST.alternatives(), [OR]);
    assert_eq!(MOST.jwt().map(|jwt| jwt.algorithms), Some(&[JwtAlgorithm::Hs512][..]));
    assert_eq!(TOKEN.unsigned, Some("it says nothing of the body"));
    assert_eq!(JwtScheme::new(&[]).unsigned, None);
    assert_eq!(MOST.public_keys(), Some(&KEYS));
    assert_eq!(MOST.headers(), ["x-one", "x-two"]);
    let timestamp = MOST.timestamp().map(|timestamp| (timestamp.place, timestamp.tolerance));
    let place = TimestampPlace::Header("x-time");
    assert_eq!(timestamp, Some((place, Some(Duration::from_secs(300)))));
    assert_eq!(MOST.ack(), Some(202));
    assert_eq!(MOST.ack_within(), Some(Duration::from_secs(3)));
    assert_eq!(MOST.retry_window(), Some(Duration::from_secs(3600)));
    assert_eq!(MOST.source_ips(), ["203.0.113.7"]);
    assert_eq!(MOST.weak(), Some("nothing better is offered"));
    assert_eq!(MOST.unsigned(), Some("the sender signs the time alone"));
    assert_eq!(MOST.handshake(), [PING]);
}

#[test]
fn what_is_not_declared_is_absent() {
    assert_eq!((LEAST.name(), LEAST.display_name(), LEAST.docs()), ("least", "least", ""));
    assert_eq!((LEAST.evidence(), LEAST.ack(), LEAST.retry_window()), (None, None, None));
    assert_eq!(LEAST.ack_within(), None);
    assert_eq!((LEAST.weak(), LEAST.unsigned()), (None, None));
    assert_eq!(
        (LEAST.alternatives(), LEAST.source_ips(), LEAST.handshake()),
        (&[][..], &[][..], &[][..])
    );
    assert!(LEAST.jwt().is_none() && LEAST.public_keys().is_none() && LEAST.timestamp().is_none());
}

#[test]
fn one_status_acknowledges_or_all_that_say_so() {
    for status in 100..600 {
        assert_eq!(LEAST.acknowledges(status), (200..300).contains(&status), "{status}");
        assert_eq!(MOST.acknowledges(status), status == 202, "{status}");
    }
}

/// The sentences are compile errors of declarations that are written by hand.
#[test]
fn an_incoherent_token_is_refused() {
    use JwtAlgorithm::{Es256, Hs256, Hs512, Rs256};
    const BODY: DigestClaim = DigestClaim::of_body("hash", ClaimDigest::Sha256, DigestText::Hex);
    const URL: DigestClaim = DigestClaim::of_url("url", ClaimDigest::Sha256, DigestText::Hex);
    let claims = JwtScheme::new(&[Hs256]).with_digests(&[URL, BODY]);
    let detached = JwtScheme::new(&[Hs256]).with_content(JwtContent::Detached);
    let whole = JwtScheme::new(&[Hs256, Hs512]).with_content(JwtContent::Whole);
    let no_claims = Some("a detached signature has no claims to check");
    let unbound = Some("no claim binds the body: declare one, or say why in `unsigned`");
    for (token, problem) in [
        (claims, None),
        (detached, None),
        (whole.with_issuer("acme").with_max_age(Duration::from_secs(60)), None),
        (TOKEN, None),
        (JwtScheme::new(&[Rs256, Es256]).with_digests(&[BODY]), None),
        (JwtScheme::new(&[]), Some("a token needs an algorithm")),
        (
            JwtScheme::new(&[Hs256, Hs512, Rs256]).with_digests(&[BODY]),
            Some("secrets and public keys do not mix in tokens"),
        ),
        (
            JwtScheme::new(&[Rs256, Hs256]).with_digests(&[BODY]),
            Some("secrets and public keys do not mix in tokens"),
        ),
        (JwtScheme::new(&[Hs256]), unbound),
        (JwtScheme::new(&[Hs256]).with_digests(&[URL]), unbound),
        (claims.with_unsigned("why"), Some("the body is bound: `unsigned` does not hold")),
        (whole.with_unsigned("why"), Some("the body is bound: `unsigned` does not hold")),
        (JwtScheme::new(&[Hs256]).with_unsigned(""), Some("`unsigned` needs a reason")),
        (detached.with_issuer("acme"), no_claims),
        (detached.with_audience("acme"), no_claims),
        (detached.with_owner(&["aud"]), no_claims),
        (detached.with_max_age(Duration::from_secs(60)), no_claims),
        (detached.requiring_expiry(), no_claims),
        (detached.with_digests(&[BODY]), no_claims),
        (detached.with_content(JwtContent::DetachedRaw).with_issuer("acme"), no_claims),
    ] {
        assert_eq!(token.problem(), problem, "{token:?}");
    }
}
