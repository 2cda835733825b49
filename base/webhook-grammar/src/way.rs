//! Several ways in which one provider signs: `alternative(..)`.

use super::{
    check::Check,
    format::{Format, FormatPart},
    handshake::condition,
    keys::Text,
    place::Source,
    store::{Owned, model},
    table::{AlternativeKeys, Checked},
    template::Part,
    words::{Algorithm, AlgorithmKind, Derivation, Encoding, KeyForm},
};

model! {
/// A way in which deliveries may be signed: the scheme's own, or one beside it.
pub struct Way {
    /// How it signs.
    pub algorithm: Algorithm,
    /// The text form of its signatures.
    pub encoding: Encoding,
    /// How its signatures are told from others.
    pub format: Format<O>,
    /// How the secret becomes a key.
    pub secret_encoding: KeyForm,
    /// What its secrets begin with.
    pub secret_prefix: O::Text,
    /// What is made of the key's bytes.
    pub key_derivation: Option<Derivation>,
    /// What stands where in deliveries that are signed in this way and in no other; without a
    /// value, that something does.
    pub when: Option<(Source<O>, Option<O::Text>)>,
}
}

impl Checked<Owned> {
    /// The scheme's own way to sign.
    pub(super) fn first_way(&self) -> Way<Owned> {
        Way {
            algorithm: self.algorithm,
            encoding: self.encoding,
            format: self.format.clone(),
            secret_encoding: self.secret_encoding,
            secret_prefix: self.secret_prefix.clone(),
            key_derivation: self.key_derivation,
            when: None,
        }
    }
}

/// What the declaration itself says.
pub(super) struct First<'a> {
    pub(super) algorithm: Option<Algorithm>,
    pub(super) encoding: Option<Encoding>,
    pub(super) format: Option<&'a Format<Owned>>,
    pub(super) key: Option<KeyForm>,
    pub(super) derive: Option<Derivation>,
}

impl<S: Copy> Check<'_, S> {
    /// Reads the keys of a way that can be read alone.
    pub(super) fn way_each(&mut self, keys: &AlternativeKeys<S>) {
        self.read_algorithm(keys.algo.as_ref());
        self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        self.word(
            keys.secret_encoding.as_ref(),
            KeyForm::from_word,
            "form of a key",
            KeyForm::WORDS,
        );
        self.word(
            keys.key_derivation.as_ref(),
            Derivation::from_word,
            "derivation",
            Derivation::WORDS,
        );
        if let Some(format) = &keys.format {
            self.read(format, |text| Format::parse(text, None));
        }
        if let Some(when) = &keys.when {
            self.read(when, condition);
        }
    }

    /// Reads the other ways of a declaration; what they leave out is as the first has it.
    pub(super) fn ways(&mut self, first: &First<'_>) -> Vec<Way<Owned>> {
        let keys = self.keys;
        keys.alternative.iter().filter_map(|way| self.way(way, first)).collect()
    }

    fn way(&mut self, keys: &AlternativeKeys<S>, first: &First<'_>) -> Option<Way<Owned>> {
        if keys.algo.is_none() {
            self.problem(
                keys.span,
                "`alternative` needs an `algo`: it says how else deliveries may be signed, as in `alternative(algo = \"ed25519\")`",
            );
        }
        let algorithm = self.read_algorithm(keys.algo.as_ref())?;
        let encoding =
            self.word(keys.encoding.as_ref(), Encoding::from_word, "encoding", Encoding::WORDS);
        let format = match &keys.format {
            None => first.format?.clone(),
            Some(text) => {
                let separator = first.format.and_then(Format::separator);
                self.read(text, |text| Format::parse(text, separator))?
            }
        };
        let key = self.word(
            keys.secret_encoding.as_ref(),
            KeyForm::from_word,
            "form of a key",
            KeyForm::WORDS,
        );
        let derive = self.word(
            keys.key_derivation.as_ref(),
            Derivation::from_word,
            "derivation",
            Derivation::WORDS,
        );
        // A public key is not read as secrets are.
        let alike = first
            .algorithm
            .is_some_and(|first| first.has_public_key() == algorithm.has_public_key());
        let key_prefix =
            keys.secret_prefix.as_ref().or(self.keys.secret_prefix.as_ref().filter(|_| alike));
        Some(Way {
            algorithm,
            encoding: encoding.or(first.encoding).unwrap_or(Encoding::Hex),
            format,
            secret_encoding: key.or(first.key.filter(|_| alike)).unwrap_or(KeyForm::Utf8),
            secret_prefix: key_prefix.map(|text| text.value.clone()).unwrap_or_default(),
            key_derivation: derive.or(first.derive.filter(|_| alike)),
            when: keys.when.as_ref().and_then(|text| self.read(text, condition)),
        })
    }

    /// What has to hold between the ways.
    pub(super) fn check_ways(
        &mut self,
        first: &Way<Owned>,
        message: &[Vec<Part<Owned>>],
        ways: &[Way<Owned>],
    ) {
        let keys = self.keys;
        let algorithm = first.algorithm;
        for (written, way) in keys.alternative.iter().zip(ways) {
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
            let (key, derive) = (written.secret_encoding.as_ref(), written.key_derivation.as_ref());
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
        self.check_ways_differ(first, ways);
    }

    /// A way that is there already adds nothing: something was forgotten.
    fn check_ways_differ(&mut self, first: &Way<Owned>, ways: &[Way<Owned>]) {
        let is_same = |one: &Way<Owned>, other: &Way<Owned>| {
            Way { when: None, ..one.clone() } == Way { when: None, ..other.clone() }
        };
        for (index, (written, way)) in self.keys.alternative.iter().zip(ways).enumerate() {
            let repeats = is_same(first, way) || ways.iter().take(index).any(|other| other == way);
            if let (Some(algo), true) = (&written.algo, repeats) {
                self.problem(
                    algo.span,
                    "this way is there already: say what differs, or remove this `alternative`",
                );
            }
        }
    }

    /// Tokens differ in their algorithm alone, and have one kind of keys: the others are a
    /// confusion waiting to happen. Whether one of both ways is a token's.
    fn check_token_way(
        &mut self,
        first: Algorithm,
        other: Algorithm,
        written: &AlternativeKeys<S>,
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
        let (key, derive) = (written.secret_encoding.as_ref(), written.key_derivation.as_ref());
        self.check_key_kind(other, algo, key, derive, &[]);
        true
    }

    /// A public key that was taken for a secret would let everybody sign.
    fn check_told_apart(&mut self, algorithm: Algorithm, way: &Way<Owned>, algo: &Text<S>) {
        if algorithm.has_public_key() == way.algorithm.has_public_key() {
            return;
        }
        let first = self.keys.secret_prefix.as_ref().map(|text| text.value.as_str());
        let first = first.unwrap_or_default();
        if first.is_empty() || way.secret_prefix.is_empty() || first == way.secret_prefix {
            self.problem(
                algo.span,
                "a public key must never be taken for a secret: give both ways a `secret_prefix`, as in `whsec_` and `whpk_`",
            );
        }
    }
}
