//! What has to hold between the keys of a declaration.

use super::{
    check::Check,
    format::{Format, FormatPart},
    keys::Text,
    store::Owned,
    template::Part,
    way::Way,
    words::{Algorithm, AlgorithmKind, KeyForm},
};

/// How many JSON pointers a message may have: what one pass over a body looks for.
const MAX_POINTERS: usize = 32;

impl<S: Copy> Check<'_, S> {
    /// A weak algorithm is chosen with open eyes or not at all.
    pub(super) fn check_weak(&mut self, algorithm: Option<Algorithm>, ways: &[Way<Owned>]) {
        let keys = self.keys;
        let (Some(algorithm), Some(algo)) = (algorithm, &keys.algo) else { return };
        let first = Some(algo).filter(|_| algorithm.is_weak());
        let others = keys.alternative.iter().zip(ways);
        let mut others = others
            .filter(|(_, way)| way.algorithm.is_weak())
            .filter_map(|(written, _)| written.algo.as_ref());
        match (&keys.weak, first.or_else(|| others.next())) {
            (None, Some(weak)) => self.problem(
                weak.span,
                format!(
                    "`{}` is weak: add `weak = \"why\"` if the sender offers nothing better",
                    weak.value
                ),
            ),
            (Some(weak), None) => {
                self.problem(weak.span, format!("`{}` is not weak: remove `weak`", algo.value));
            }
            _ => {}
        }
    }

    /// Each kind of algorithm has what it needs, and nothing that means nothing to it.
    pub(super) fn check_kind(&mut self, algorithm: Algorithm, message: &[Vec<Part<Owned>>]) {
        let keys = self.keys;
        let Some(algo) = &keys.algo else { return };
        if let (Some(key), None) = (&keys.secret_encoding, &keys.secret_prefix) {
            if key.value == KeyForm::Base64IfPrefixed.as_str() {
                self.problem(
                    key.span,
                    format!(
                        "`{}` is about a prefix that nothing names: add `secret_prefix = \"whsec_\"`",
                        key.value
                    ),
                );
            }
        }
        match algorithm.kind() {
            AlgorithmKind::Equality => {
                if let Some(encoding) = &keys.encoding {
                    self.problem(
                        encoding.span,
                        format!("`{}` is compared as it is written: remove `encoding`", algo.value),
                    );
                }
                let given = [
                    ("message", keys.message.first()),
                    ("body", keys.body.as_ref()),
                    ("digest", keys.digest.as_ref()),
                    ("unsigned", keys.unsigned.as_ref()),
                ];
                for (name, key) in given {
                    if let Some(key) = key {
                        self.problem(
                            key.span,
                            format!("`{}` signs nothing: remove `{name}`", algo.value),
                        );
                    }
                }
                if let Some(tolerance) = keys.timestamp.as_ref().and_then(|t| t.tolerance.as_ref())
                {
                    self.problem(
                        tolerance.span,
                        format!(
                            "`{}` signs no timestamp, so a tolerance protects nothing: remove `tolerance`",
                            algo.value
                        ),
                    );
                }
            }
            AlgorithmKind::Hash => {
                if message.iter().any(|message| !message.contains(&Part::Secret)) {
                    let span = keys.message.first().map_or(algo.span, |message| message.span);
                    self.problem(
                        span,
                        format!(
                            "`{}` is a hash without a key: put `{{secret}}` into `message` where the sender does",
                            algo.value
                        ),
                    );
                }
            }
            AlgorithmKind::Hmac | AlgorithmKind::WebToken => {}
            AlgorithmKind::PublicKey => {
                let (key, derive) = (keys.secret_encoding.as_ref(), keys.key_derivation.as_ref());
                self.check_key_kind(algorithm, algo, key, derive, message);
            }
        }
    }

    /// A public key comes in the forms in which it is published, and keeps nothing secret.
    pub(super) fn check_key_kind(
        &mut self,
        algorithm: Algorithm,
        algo: &Text<S>,
        key: Option<&Text<S>>,
        derive: Option<&Text<S>>,
        message: &[Vec<Part<Owned>>],
    ) {
        if !algorithm.has_public_key() {
            return;
        }
        for (name, given) in [("secret_encoding", key), ("key_derivation", derive)] {
            if let Some(given) = given {
                self.problem(
                    given.span,
                    format!(
                        "`{}` takes a public key in any form in which it is published: remove `{name}`",
                        algo.value
                    ),
                );
            }
        }
        // What is fetched is no secret, and beside it the owner may have one.
        if self.keys.public_keys.is_some() {
            return;
        }
        let texts = self.keys.message.iter().zip(message);
        for (text, _) in texts.filter(|(_, message)| message.contains(&Part::Secret)) {
            self.problem(
                text.span,
                format!(
                    "`{}` takes a public key, which is no secret: remove `{{secret}}`, or say with `public_keys(..)` where public keys are fetched",
                    algo.value
                ),
            );
        }
    }

    /// One message is no choice.
    pub(super) fn check_message_choice(&mut self) {
        if let (Some(text), true) = (&self.keys.message_choice, self.keys.message.len() < 2) {
            self.problem(
                text.span,
                "`message_choice` is about several messages: write `message = [\"..\", \"..\"]`, or remove it",
            );
        }
    }

    /// Where code verifies, templates have nothing to say.
    pub(super) fn check_custom(&mut self) {
        let keys = self.keys;
        if keys.custom.is_none() {
            return;
        }
        let given = [
            ("message", keys.message.first()),
            ("message_choice", keys.message_choice.as_ref()),
            ("header", keys.header.first()),
            ("signature", keys.signature.as_ref()),
            ("format", keys.format.as_ref()),
            ("body", keys.body.as_ref()),
            ("digest", keys.digest.as_ref()),
            ("timestamp", keys.timestamp.as_ref().and_then(|keys| keys.unit.as_ref())),
        ];
        let other = keys.alternative.first().map(|way| ("alternative", way.span));
        let fetch = keys.public_keys.as_ref().map(|fetch| ("public_keys", fetch.span));
        let given = given.into_iter().filter_map(|(name, key)| Some((name, key?.span)));
        for (name, span) in given.chain(other).chain(fetch) {
            self.problem(
                span,
                format!("`custom` code reads the request: remove `{name}`, or remove `custom`"),
            );
        }
    }

    /// A signature that does not cover the body proves nothing about it.
    pub(super) fn check_body_is_signed(&mut self, message: &[Vec<Part<Owned>>]) {
        let keys = self.keys;
        let covered = |message: &[Part<Owned>]| message.iter().any(Part::covers_body);
        if let Some(unsigned) = &keys.unsigned {
            if message.iter().all(|message| covered(message)) {
                self.problem(unsigned.span, "the message contains the body: remove `unsigned`");
            } else if keys.digest.is_some() {
                self.problem(
                    unsigned.span,
                    "`digest` binds the body to the message: remove `unsigned`",
                );
            }
            return;
        }
        if keys.digest.is_some() {
            return;
        }
        for (text, message) in keys.message.iter().zip(message) {
            if !covered(message) {
                self.problem(
                    text.span,
                    format!(
                        "`{}` does not contain `{{body}}`: add it, or say `unsigned = \"why\"`",
                        text.value
                    ),
                );
            }
        }
    }

    /// Each part of the message and of the format has a source and a use.
    pub(super) fn check_parts_are_defined(
        &mut self,
        message: &[Vec<Part<Owned>>],
        format: &Format<Owned>,
        id: &[Vec<Part<Owned>>],
    ) {
        let keys = self.keys;
        let Some(text) = keys.message.first().or(keys.format.as_ref()) else { return };
        let used = |part: &Part<Owned>| message.iter().any(|message| message.contains(part));
        let timestamp_used = used(&Part::Timestamp) || format.carries(FormatPart::Timestamp);
        if timestamp_used && keys.timestamp.is_none() {
            self.problem(
                text.span,
                "`{timestamp}` is not defined: add `timestamp(header = \"..\", unit = \"seconds\", tolerance = \"5m\")`",
            );
        }
        let id_in_header = matches!(id, [only] if matches!(only.as_slice(), [Part::Header(_)]));
        if used(&Part::Id) && !id_in_header && !format.carries(FormatPart::Id) {
            self.problem(text.span, "`{id}` is not defined: add `id = \"header:..\"`");
        }
        let is_pointer = |part: &&Part<Owned>| match part {
            Part::Json(_) => true,
            Part::Optional(part) => matches!(**part, Part::Json(_)),
            _ => false,
        };
        if message.iter().any(|message| message.iter().filter(is_pointer).count() > MAX_POINTERS) {
            self.problem(
                text.span,
                format!("a message has at most {MAX_POINTERS} `{{json:/pointer}}` parts"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Declaration, HandshakeKeys, Spanned, TimestampKeys};

    type Keys = Declaration<()>;

    fn spanned(value: &str) -> Spanned<(), String> {
        Spanned { span: (), value: value.to_owned() }
    }

    #[allow(clippy::unnecessary_wraps, reason = "keys are optional")]
    fn text(value: &str) -> Option<Spanned<(), String>> {
        Some(spanned(value))
    }

    fn of(algo: &str) -> Keys {
        Keys { algo: text(algo), header: vec![spanned("x-signature")], ..Keys::default() }
    }

    fn message(texts: &[&str]) -> Vec<Spanned<(), String>> {
        texts.iter().map(|value| spanned(value)).collect()
    }

    fn sentence(keys: &Keys) -> String {
        let problems = keys.check(()).expect_err("a problem");
        problems.into_iter().map(|problem| problem.sentence).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn weak_kinds_are_chosen_with_open_eyes() {
        for algo in ["md5", "sha1", "token", "basic", "hash-sha256"] {
            assert!(sentence(&of(algo)).contains("is weak"), "{algo}");
        }
        assert!(of("sha256").check(()).is_ok());
        assert!(Keys { weak: text("why"), ..of("token") }.check(()).is_ok());
        let basic = Keys { header: Vec::new(), weak: text("why"), ..of("basic") };
        assert_eq!(basic.check(()).expect("coherent").headers, ["authorization"]);
    }

    #[test]
    fn a_hash_has_the_secret_in_its_message() {
        let hash = Keys { weak: text("why"), ..of("hash-sha1") };
        assert!(sentence(&hash).contains("`{secret}`"));
        let mixed = Keys { message: message(&["{secret}{body}", "{body}"]), ..hash.clone() };
        assert!(sentence(&mixed).contains("`{secret}`"));
        assert!(Keys { message: message(&["{secret}{body}"]), ..hash }.check(()).is_ok());
    }

    #[test]
    fn a_token_signs_nothing() {
        let token = Keys { weak: text("why"), ..of("token") };
        let signing = Keys { message: message(&["{body}"]), ..token.clone() };
        assert!(sentence(&signing).contains("remove `message`"));
        let timestamp = TimestampKeys {
            span: (),
            header: text("x-time"),
            json: None,
            query: None,
            form: None,
            unit: text("seconds"),
            tolerance: text("5m"),
            on_retry: None,
        };
        let aged = Keys { timestamp: Some(timestamp), ..token };
        assert!(sentence(&aged).contains("remove `tolerance`"));
    }

    #[test]
    fn every_alternative_covers_the_body() {
        let two = Keys { message: message(&["{body}", "{url}"]), ..of("sha256") };
        assert!(sentence(&two).contains("`{url}` does not contain `{body}`"));
        let digest = text("sha256:query:digest");
        assert!(Keys { digest, ..two.clone() }.check(()).is_ok());
        assert!(Keys { unsigned: text("why"), ..two }.check(()).is_ok());
        let form = Keys { message: message(&["{url}{form:sorted}"]), ..of("sha256") };
        assert!(form.check(()).is_ok());
        let in_body = Keys { digest: text("sha256:json:/digest"), ..of("sha256") };
        assert!(sentence(&in_body).contains("part of the body"));
    }

    #[test]
    fn an_unsigned_id_identifies_nothing() {
        let some = Keys {
            message: message(&["{json:/token}"]),
            unsigned: text("why"),
            id: message(&["/id"]),
            ..of("sha256")
        };
        assert!(sentence(&some).contains("identifies nothing"));
        assert!(Keys { id: message(&["/token"]), ..some }.check(()).is_ok());
        let head = Keys { id: message(&["header:X-Id"]), ..of("sha256") };
        assert!(sentence(&head).contains("`.trust_unsigned_id(\"x-id\")?`"));
        for signed in ["{id}.{body}", "{header:x-id}.{body}"] {
            assert!(Keys { message: message(&[signed]), ..head.clone() }.check(()).is_ok());
        }
        let two = message(&["{id}.{body}", "{body}"]);
        assert!(Keys { message: two, ..head.clone() }.check(()).is_err());
        let shown = Keys { weak: text("why"), id: head.id, ..of("token") };
        assert!(shown.check(()).is_ok());
    }

    #[test]
    fn a_signature_stands_in_one_place() {
        let two = Keys { signature: text("query:sig"), ..of("sha256") };
        assert!(sentence(&two).contains("one location"));
        let none = Keys { header: Vec::new(), ..of("sha256") };
        assert!(sentence(&none).contains("`header` is missing"));
        assert!(Keys { signature: text("json:/sig"), ..none }.check(()).is_ok());
    }

    #[test]
    fn timestamps_are_signed_or_have_no_tolerance() {
        let timestamp = |query: Option<&str>, json: Option<&str>| TimestampKeys {
            span: (),
            header: None,
            json: json.and_then(text),
            query: query.and_then(text),
            form: None,
            unit: text("seconds"),
            tolerance: text("5m"),
            on_retry: None,
        };
        for (keys, signed, fine) in [
            (timestamp(Some("ts"), None), "{body}", false),
            (timestamp(Some("ts"), None), "{body}{query:ts}", true),
            (timestamp(Some("ts"), None), "{body}{query:other}", false),
            (timestamp(Some("ts"), None), "{url}{body}", true),
            (timestamp(None, Some("/at")), "{body}", true),
            (timestamp(None, Some("/at")), "{sha256:body}", true),
            (timestamp(Some("ts"), Some("/at")), "{url}{body}", false),
        ] {
            let keys = Keys { timestamp: Some(keys), message: message(&[signed]), ..of("sha256") };
            assert_eq!(keys.check(()).is_ok(), fine, "{signed}");
        }
    }

    #[test]
    fn handshakes() {
        let with = |change: &dyn Fn(&mut HandshakeKeys<()>)| {
            let mut handshake = HandshakeKeys::new(());
            change(&mut handshake);
            Keys { handshake: vec![handshake], ..of("sha256") }
        };
        assert!(sentence(&with(&|_| {})).contains("every delivery would be this handshake"));
        let echo = with(&|keys| {
            keys.method = text("GET");
            keys.answer = text("{challenge}");
        });
        assert!(sentence(&echo).contains("the challenge has no location"));
        let body = with(&|keys| {
            keys.method = text("GET");
            keys.challenge = text("json:/a");
        });
        assert!(sentence(&body).contains("has no body"));
        let signed = with(&|keys| {
            keys.method = text("HEAD");
            keys.unsigned = text("why");
        });
        assert!(sentence(&signed).contains("never signed"));
        let mut proof = with(&|keys| {
            keys.challenge = text("json:/a");
            keys.answer = text("{proof}");
        });
        assert!(proof.check(()).is_ok());
        proof.algo = text("token");
        proof.weak = text("why");
        assert!(sentence(&proof).contains("`{proof}` is an HMAC"));
        let status = with(&|keys| {
            keys.method = text("HEAD");
            keys.status = Some(Spanned { span: (), value: 302 });
        });
        assert!(sentence(&status).contains("`302` accepts nothing"));
    }
}
