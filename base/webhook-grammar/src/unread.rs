//! The keys that say what a coherent declaration says: checking, the other way round.

use super::{
    ack::write_header,
    codec::said,
    duration::write_duration,
    fetch::{DocumentForm, FetchedKeys, KeyId},
    handshake::{Handshake, write_condition},
    jwt::{JwtScheme, write_claim},
    keys::Text,
    place::{Source, TimestampPlace},
    problem::Spanned,
    store::Store,
    table::{
        AlternativeKeys, Checked, Declaration, HandshakeKeys, JwtKeys, PublicKeysKeys, Timestamp,
        TimestampKeys,
    },
    template::{Part, write_template},
    way::Way,
    words::{
        Algorithm, AlgorithmKind, BodyForm, Encoding, Expiry, HandshakeMethod, JwtContent, KeyForm,
        MessageChoice,
    },
};

/// The text, where it says something.
fn when(says: bool, text: impl Into<String>) -> Option<Text<()>> {
    says.then(|| said(text))
}

impl<O: Store> Checked<O> {
    /// The keys that say this; those that say nothing new are left out.
    ///
    /// Two things are not kept, and so not in the keys: the case of header names, and why a handshake is
    /// not signed.
    pub fn declaration(&self) -> Declaration<()> {
        let mut keys = Declaration::default();
        self.write_regular(&mut keys);
        let basic = self.algorithm == Algorithm::Basic;
        let usual_encoding = if basic { Encoding::Base64 } else { Encoding::Hex };
        let usual_format = if basic { "Basic {signature}" } else { "{signature}" };
        keys.name = Some(said(&*self.name));
        keys.algo = Some(said(self.algorithm.as_str()));
        keys.encoding = when(self.encoding != usual_encoding, self.encoding.as_str());
        let usual_header = basic && matches!(&*self.headers, [name] if &**name == "authorization");
        if !usual_header {
            keys.header = self.headers.iter().map(|name| said(&**name)).collect();
        }
        keys.signature = self.signature.as_ref().map(|at| said(at.to_string()));
        keys.format = when(&*self.format_text != usual_format, &*self.format_text);
        keys.separator = self.separator.map(|separator| said(String::from(char::from(separator))));
        let says_body = matches!(&*self.message_texts, [text] if &**text == "{body}");
        let is_body = matches!(&*self.message, [parts] if matches!(&**parts, [Part::Body]));
        if !(says_body && is_body) {
            keys.message = self.message_texts.iter().map(|text| said(&**text)).collect();
        }
        keys.message_choice =
            when(self.message_choice != MessageChoice::Any, self.message_choice.as_str());
        keys.body = when(self.body != BodyForm::Raw, self.body.as_str());
        keys.secret_encoding =
            when(self.secret_encoding != KeyForm::Utf8, self.secret_encoding.as_str());
        keys.secret_prefix = when(!self.secret_prefix.is_empty(), &*self.secret_prefix);
        keys.alternative = self.alternatives.iter().map(|way| self.alternative(way)).collect();
        keys.jwt = self.jwt.as_ref().and_then(|jwt| self.jwt_keys(jwt));
        keys.public_keys = self.public_keys.as_ref().map(|fetched| public_keys(fetched));
        keys.timestamp = self.timestamp.as_ref().map(|at| timestamp(at, self.algorithm));
        keys.ack = self.ack.map(|ack| Spanned { span: (), value: ack.into() });
        keys.ack_body = when(!self.ack_body.is_empty(), write_template(&self.ack_body));
        keys.handshake = self.handshake.iter().map(handshake).collect();
        keys
    }

    /// `None` where all is as it is without a word.
    fn jwt_keys(&self, jwt: &JwtScheme<O>) -> Option<JwtKeys<()>> {
        let implied = match self.signature {
            Some(Source::Body) => JwtContent::Whole,
            _ => JwtContent::Claims,
        };
        let mut keys = JwtKeys::new(());
        keys.content = when(jwt.content != implied, jwt.content.as_str());
        keys.issuer = jwt.issuer.as_ref().map(|issuer| said(&**issuer));
        keys.audience = jwt.audience.as_ref().map(|audience| said(&**audience));
        keys.owner = jwt.owner.iter().map(|claim| said(&**claim)).collect();
        keys.digest = jwt.digests.iter().map(|claim| said(write_claim(claim))).collect();
        keys.leeway =
            when(jwt.leeway != JwtScheme::<O>::DEFAULT_LEEWAY, write_duration(jwt.leeway));
        keys.max_age = jwt.max_age.map(|age| said(write_duration(age)));
        keys.expiry = when(jwt.requires_expiry, Expiry::Required.as_str());
        let says_something = JwtKeys::<()>::TABLE
            .words
            .iter()
            .any(|word| super::Keys::given(&keys, word.name).is_some());
        says_something.then_some(keys)
    }

    /// What another way to sign does not share with the first.
    fn alternative(&self, way: &Way<O>) -> AlternativeKeys<()> {
        let alike = self.algorithm.has_public_key() == way.algorithm.has_public_key();
        let (encoding, prefix, derivation) = if alike {
            (self.secret_encoding, &*self.secret_prefix, self.key_derivation)
        } else {
            (KeyForm::Utf8, "", None)
        };
        let mut keys = AlternativeKeys::new(());
        keys.algo = Some(said(way.algorithm.as_str()));
        keys.encoding = when(way.encoding != self.encoding, way.encoding.as_str());
        keys.format = when(way.format != self.format, way.format.template());
        keys.secret_encoding = when(way.secret_encoding != encoding, way.secret_encoding.as_str());
        keys.secret_prefix = when(&*way.secret_prefix != prefix, &*way.secret_prefix);
        let derived = way.key_derivation.filter(|_| way.key_derivation != derivation);
        keys.key_derivation = derived.map(|derivation| said(derivation.as_str()));
        keys.when = way.when.as_ref().map(|when| said(write_condition(when)));
        keys
    }
}

fn public_keys<O: Store>(fetched: &FetchedKeys<O>) -> PublicKeysKeys<()> {
    let mut keys = PublicKeysKeys::new(());
    keys.id = fetched.id.as_ref().map(|id| match id {
        KeyId::Token => said("kid"),
        KeyId::At(at) => said(at.to_string()),
    });
    keys.url = fetched.url.as_ref().map(|url| said(&**url));
    keys.hosts = fetched.hosts.iter().map(|host| said(&**host)).collect();
    keys.form = Some(match &fetched.form {
        DocumentForm::KeySet => said("jwks"),
        DocumentForm::Key => said("key"),
        DocumentForm::JsonKey(at) => said(format!("json:{at}")),
        DocumentForm::JsonWebKey(at) => said(format!("jwk:{at}")),
    });
    keys
}

fn timestamp<O: Store>(timestamp: &Timestamp<O>, algorithm: Algorithm) -> TimestampKeys<()> {
    let mut keys = TimestampKeys::new(());
    match &timestamp.place {
        TimestampPlace::Header(name) => keys.header = Some(said(&**name)),
        TimestampPlace::Json(at) => keys.json = Some(said(at.to_string())),
        TimestampPlace::Query(name) => keys.query = Some(said(&**name)),
        TimestampPlace::Form(name) => keys.form = Some(said(&**name)),
        TimestampPlace::Format => {}
    }
    keys.unit = Some(said(timestamp.unit.as_str()));
    keys.tolerance = match timestamp.tolerance {
        Some(tolerance) => Some(said(write_duration(tolerance))),
        None => when(algorithm.kind() != AlgorithmKind::Equality, "none"),
    };
    let usual = timestamp.place.usually_on_retry();
    keys.on_retry = when(timestamp.on_retry != usual, timestamp.on_retry.as_str());
    keys
}

fn handshake<O: Store>(handshake: &Handshake<O>) -> HandshakeKeys<()> {
    let mut keys = HandshakeKeys::new(());
    let post = handshake.method == HandshakeMethod::Post;
    let in_query = matches!(handshake.challenge, Some(Source::Query(_)));
    keys.method = when(!post || in_query, handshake.method.as_str());
    keys.when = handshake.when.iter().map(|when| said(write_condition(when))).collect();
    keys.challenge = handshake.challenge.as_ref().map(|at| said(at.to_string()));
    keys.verify_token = handshake.verify_token.as_ref().map(|at| said(at.to_string()));
    keys.answer = when(!handshake.answer.is_empty(), write_template(&handshake.answer));
    keys.header = handshake.header.iter().map(|header| said(answer_header::<O>(header))).collect();
    let proof = handshake.proof.as_ref();
    keys.proof =
        proof.map(|(digest, of)| said(format!("{}:{}", digest.as_str(), write_template(of))));
    let status =
        |status: u16, usual| (status != usual).then(|| Spanned { span: (), value: status.into() });
    keys.status = status(handshake.status, 200);
    keys.refusal = status(handshake.refusal, 403);
    keys.unsigned = when(post && !handshake.signed, "the sender does not sign it");
    keys
}

/// A header of the answer: its name, and what stands there, unless it is the challenge.
fn answer_header<O: Store>(header: &(O::Text, O::List<Part<O>>)) -> String {
    match &*header.1 {
        [Part::Challenge] => header.0.to_string(),
        _ => write_header::<O>(header),
    }
}
