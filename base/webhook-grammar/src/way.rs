//! Several ways in which one provider signs: `or(..)`.

use super::{
    check::Check,
    declaration::Text,
    format::{Format, FormatPart},
    handshake::condition,
    template::Part,
    words::{Algorithm, AlgorithmKind, Derivation, Encoding, KeyForm, Source},
};

/// The keys of `or(..)`. What is left out is as the declaration says it.
#[derive(Debug, Clone)]
pub struct WayKeys<S> {
    /// Where `or` stands.
    pub span: S,
    /// `algo`: how it signs.
    pub algo: Option<Text<S>>,
    /// `encoding`: the text form of its signatures.
    pub encoding: Option<Text<S>>,
    /// `format`: how a signature is told from those of other ways.
    pub format: Option<Text<S>>,
    /// `key`: how the secret becomes a key.
    pub key: Option<Text<S>>,
    /// `key_prefix`: what secrets of this way begin with.
    pub key_prefix: Option<Text<S>>,
    /// `derive`: what is made of the key's bytes.
    pub derive: Option<Text<S>>,
    /// `when`: what tells deliveries that are signed in this way, and in no other.
    pub when: Option<Text<S>>,
}

impl<S> WayKeys<S> {
    /// None of the keys, at a place.
    pub fn new(span: S) -> Self {
        Self {
            span,
            algo: None,
            encoding: None,
            format: None,
            key: None,
            key_prefix: None,
            derive: None,
            when: None,
        }
    }
}

/// Another way in which deliveries may be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedWay {
    /// How it signs.
    pub algorithm: Algorithm,
    /// The text form of its signatures.
    pub encoding: Encoding,
    /// How its signatures are told from others.
    pub format: Format,
    /// How the secret becomes a key.
    pub key: KeyForm,
    /// What its secrets begin with.
    pub key_prefix: String,
    /// What is made of the key's bytes.
    pub derive: Option<Derivation>,
    /// What stands where in deliveries that are signed in this way; without a value, that something
    /// does.
    pub when: Option<(Source, Option<String>)>,
}

/// What the declaration itself says.
pub(super) struct First<'a> {
    pub(super) algorithm: Option<Algorithm>,
    pub(super) encoding: Option<Encoding>,
    pub(super) format: Option<&'a Format>,
    pub(super) key: Option<KeyForm>,
    pub(super) derive: Option<Derivation>,
}

impl<S: Copy> Check<'_, S> {
    /// Reads the keys of a way that can be read alone.
    pub(super) fn way_each(&mut self, keys: &WayKeys<S>) {
        self.word(keys.algo.as_ref(), Algorithm::from_word, "algorithm", Algorithm::WORDS);
        self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        self.word(keys.key.as_ref(), KeyForm::from_word, "form of a key", KeyForm::WORDS);
        self.word(keys.derive.as_ref(), Derivation::from_word, "derivation", Derivation::WORDS);
        if let Some(format) = &keys.format {
            self.read(format, |text| Format::parse(text, None));
        }
        if let Some(when) = &keys.when {
            self.read(when, condition);
        }
    }

    /// Reads the other ways of a declaration; what they leave out is as the first has it.
    pub(super) fn ways(&mut self, first: &First<'_>) -> Vec<CheckedWay> {
        let keys = self.keys;
        keys.or.iter().filter_map(|way| self.way(way, first)).collect()
    }

    fn way(&mut self, keys: &WayKeys<S>, first: &First<'_>) -> Option<CheckedWay> {
        if keys.algo.is_none() {
            self.problem(
                keys.span,
                "`or` needs an `algo`: it says how else deliveries may be signed, as in `or(algo = \"ed25519\")`",
            );
        }
        let algorithm =
            self.word(keys.algo.as_ref(), Algorithm::from_word, "algorithm", Algorithm::WORDS)?;
        let encoding =
            self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        let format = match &keys.format {
            None => first.format?.clone(),
            Some(text) => {
                let separator = first.format.and_then(Format::separator);
                self.read(text, |text| Format::parse(text, separator))?
            }
        };
        let key = self.word(keys.key.as_ref(), KeyForm::from_word, "form of a key", KeyForm::WORDS);
        let derive =
            self.word(keys.derive.as_ref(), Derivation::from_word, "derivation", Derivation::WORDS);
        // A public key is not read as secrets are.
        let alike = first
            .algorithm
            .is_some_and(|first| first.has_public_key() == algorithm.has_public_key());
        let key_prefix =
            keys.key_prefix.as_ref().or(self.keys.key_prefix.as_ref().filter(|_| alike));
        Some(CheckedWay {
            algorithm,
            encoding: encoding.or(first.encoding).unwrap_or(Encoding::Hex),
            format,
            key: key.or(first.key.filter(|_| alike)).unwrap_or(KeyForm::Utf8),
            key_prefix: key_prefix.map(|text| text.value.clone()).unwrap_or_default(),
            derive: derive.or(first.derive.filter(|_| alike)),
            when: keys.when.as_ref().and_then(|text| self.read(text, condition)),
        })
    }

    /// What has to hold between the ways.
    pub(super) fn check_ways(
        &mut self,
        algorithm: Algorithm,
        message: &[Vec<Part>],
        ways: &[CheckedWay],
    ) {
        let keys = self.keys;
        for (written, way) in keys.or.iter().zip(ways) {
            let Some(algo) = &written.algo else { continue };
            let compared = match (algorithm.kind(), way.algorithm.kind()) {
                (_, AlgorithmKind::Equality) => Some(algo),
                (AlgorithmKind::Equality, _) => keys.algo.as_ref(),
                _ => None,
            };
            if let Some(compared) = compared {
                self.problem(
                    algo.span,
                    format!(
                        "`{}` signs nothing: it cannot be one of several ways to sign",
                        compared.value
                    ),
                );
                continue;
            }
            if self.check_token_way(algorithm, way.algorithm, written, algo) {
                continue;
            }
            // What the message lacks or has is said once.
            let message = if algorithm.has_public_key() { &[] } else { message };
            let (key, derive) = (written.key.as_ref(), written.derive.as_ref());
            self.check_key_kind(way.algorithm, algo, key, derive, message);
            if let Some(format) = &written.format {
                let parts = [FormatPart::Timestamp, FormatPart::Id];
                if parts.iter().any(|part| way.format.carries(*part)) {
                    self.problem(
                        format.span,
                        "only the signature differs from way to way: `format` has `{signature}` and no other part here",
                    );
                }
            }
            self.check_told_apart(algorithm, way, algo);
        }
    }

    /// Tokens differ in their algorithm alone, and have one kind of keys: the others are a
    /// confusion waiting to happen. Whether one of both ways is a token's.
    fn check_token_way(
        &mut self,
        first: Algorithm,
        other: Algorithm,
        written: &WayKeys<S>,
        algo: &Text<S>,
    ) -> bool {
        let is_token = |algorithm: Algorithm| algorithm.kind() == AlgorithmKind::WebToken;
        if !is_token(first) && !is_token(other) {
            return false;
        }
        if is_token(first) != is_token(other) {
            self.problem(
                algo.span,
                "tokens and other signatures are not two ways of one declaration: declare two providers",
            );
        } else if first.has_public_key() != other.has_public_key() {
            self.problem(
                algo.span,
                "tokens are signed under secrets or under public keys: where a sender lets its users choose, declare two providers",
            );
        }
        let given =
            [("encoding", &written.encoding), ("format", &written.format), ("when", &written.when)];
        for (name, key) in given {
            if let Some(key) = key {
                self.problem(
                    key.span,
                    format!("a token says itself how it is signed: remove `{name}`"),
                );
            }
        }
        let (key, derive) = (written.key.as_ref(), written.derive.as_ref());
        self.check_key_kind(other, algo, key, derive, &[]);
        true
    }

    /// A public key that was taken for a secret would let everybody sign.
    fn check_told_apart(&mut self, algorithm: Algorithm, way: &CheckedWay, algo: &Text<S>) {
        if algorithm.has_public_key() == way.algorithm.has_public_key() {
            return;
        }
        let first = self.keys.key_prefix.as_ref().map(|text| text.value.as_str());
        let first = first.unwrap_or_default();
        if first.is_empty() || way.key_prefix.is_empty() || first == way.key_prefix {
            self.problem(
                algo.span,
                "a public key must never be taken for a secret: give both ways a `key_prefix`, as in `whsec_` and `whpk_`",
            );
        }
    }
}
