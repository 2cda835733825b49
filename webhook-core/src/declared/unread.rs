//! The keys that say a scheme: what the grammar reads, the other way round.

use std::time::Duration;

use crate::{
    grammar::{
        self, Algorithm, Alternatives, BodyForm, Declaration, Digest, Encoding, Expiry, FetchKeys,
        FormatItem, FormatPart, FormatPiece, HandshakeKeys, HandshakeMethod, KeyForm, Spanned,
        TimestampKeys, TokenKeys, UrlForm, WayKeys,
    },
    scheme::{
        Format, Handshake, Part, Piece, Pointer, Scheme, Source, TimestampPlace, Way,
        keys::{DocumentForm, FetchedKeys, KeyId},
        token::{ClaimDigest, DigestClaim, DigestText, Digested, TokenContent, TokenScheme},
    },
};

type Text = Spanned<(), String>;

impl Scheme {
    /// The keys that declare this scheme; those that say nothing new are left out.
    ///
    /// Two things are not in a scheme, and so not in its keys: the case of header names, and why a
    /// handshake is not signed.
    pub fn declaration(&self) -> Declaration<()> {
        let basic = self.algorithm == Algorithm::Basic;
        let default_encoding = if basic { Encoding::Base64 } else { Encoding::Hex };
        let default_format = if basic { "Basic {signature}" } else { "{signature}" };
        let header = match self.headers {
            ["authorization"] if basic => &[],
            headers => headers,
        };
        let message = match (self.message, self.written.message) {
            ([[Part::Body]], ["{body}"]) => &[],
            (_, written) => written,
        };
        let word = |given: bool, word: &str| given.then(|| text(word));
        Declaration {
            name: Some(text(self.name)),
            title: word(!self.title.is_empty(), self.title),
            docs: word(!self.docs.is_empty(), self.docs),
            evidence: self.evidence.map(|evidence| text(evidence.word())),
            algo: word(self.custom.is_none(), self.algorithm.word()),
            encoding: word(self.encoding != default_encoding, self.encoding.word()),
            header: header.iter().map(|name| text(*name)).collect(),
            signature: self.signature.map(|at| text(source(at))),
            format: word(self.written.format != default_format, self.written.format),
            separator: self.separator().map(|separator| text(char::from(separator))),
            message: message.iter().map(|message| text(*message)).collect(),
            digest: self
                .digest
                .map(|(digest, at)| text(format!("{}:{}", digest.word(), source(at)))),
            alternatives: word(self.alternatives != Alternatives::Any, self.alternatives.word()),
            body: word(self.body != BodyForm::Raw, self.body.word()),
            key: word(self.key != KeyForm::Utf8, self.key.word()),
            key_prefix: word(!self.key_prefix.is_empty(), self.key_prefix),
            derive: self.derive.map(|derive| text(derive.word())),
            or: self.or.iter().map(|way| self.way_keys(way)).collect(),
            token: self.token.and_then(|token| self.token_keys(token)),
            keys: self.keys.map(fetch),
            timestamp: self.timestamp.map(timestamp),
            id: self.id.iter().map(|parts| text(place(parts))).collect(),
            event: self.event.iter().map(|parts| text(place(parts))).collect(),
            payload: self.payload.iter().map(|at| text(pointer(*at))).collect(),
            ack: self.ack.map(|ack| Spanned { span: (), value: ack.into() }),
            ack_body: word(!self.ack_body.is_empty(), &template(self.ack_body)),
            ack_header: self.ack_header.iter().map(|header| text(answer_header(header))).collect(),
            retries: self.retries.map(|retries| text(duration(retries))),
            sources: self.sources.iter().map(|address| text(*address)).collect(),
            weak: self.weak.map(text),
            unsigned: self.unsigned.map(text),
            handshake: self.handshake.iter().map(handshake).collect(),
            custom: self.custom.map(|_| ()),
        }
    }

    /// `None` where all is as it is without a word.
    fn token_keys(&self, token: &TokenScheme) -> Option<TokenKeys<()>> {
        let implied = match self.signature {
            Some(Source::Body) => TokenContent::Whole,
            _ => TokenContent::Claims,
        };
        let mut keys = TokenKeys::new(());
        keys.content = (token.content != implied).then(|| text(token.content.word()));
        keys.issuer = token.issuer.map(text);
        keys.audience = token.audience.map(text);
        keys.owner = token.owner.iter().map(|claim| text(*claim)).collect();
        keys.digest = token.digests.iter().map(|claim| text(self::claim(claim))).collect();
        let leeway = Some(token.leeway).filter(|leeway| *leeway != TokenScheme::DEFAULT_LEEWAY);
        keys.leeway = leeway.map(|leeway| text(duration(leeway)));
        keys.max_age = token.max_age.map(|age| text(duration(age)));
        keys.expiry = token.requires_expiry.then(|| text(Expiry::Required.word()));
        let said = [
            &keys.content,
            &keys.issuer,
            &keys.audience,
            &keys.leeway,
            &keys.max_age,
            &keys.expiry,
        ];
        let is_silent =
            said.iter().all(|key| key.is_none()) && keys.owner.is_empty() && keys.digest.is_empty();
        (!is_silent).then_some(keys)
    }

    /// What another way to sign does not share with the first.
    fn way_keys(&self, way: &Way) -> WayKeys<()> {
        let first = self.way();
        let alike = first.algorithm.has_public_key() == way.algorithm.has_public_key();
        let (key, key_prefix, derive) = if alike {
            (first.key, first.key_prefix, first.derive)
        } else {
            (KeyForm::Utf8, "", None)
        };
        let word = |given: bool, word: &str| given.then(|| text(word));
        let mut keys = WayKeys::new(());
        keys.algo = Some(text(way.algorithm.word()));
        keys.encoding = word(way.encoding != first.encoding, way.encoding.word());
        keys.format = (way.format != first.format).then(|| text(format_template(&way.format)));
        keys.key = word(way.key != key, way.key.word());
        keys.key_prefix = word(way.key_prefix != key_prefix, way.key_prefix);
        keys.derive = way.derive.filter(|_| way.derive != derive).map(|derive| text(derive.word()));
        keys.when = way.when.as_ref().map(|when| text(condition(when)));
        keys
    }

    /// The separator, where the format's template alone does not say it.
    fn separator(&self) -> Option<u8> {
        let separator = match self.format {
            Format::Whole { .. } => return None,
            Format::List { separator, .. } => separator,
            Format::Sequence { separator, .. } => separator?,
        };
        let read = grammar::Format::parse(self.written.format, None);
        (read != Ok(owned(&self.format))).then_some(separator)
    }
}

fn owned(format: &Format) -> grammar::Format {
    match *format {
        Format::Whole { prefix, suffix } => {
            grammar::Format::Whole { prefix: prefix.to_owned(), suffix: suffix.to_owned() }
        }
        Format::List { separator, items } => grammar::Format::List {
            separator: separator.into(),
            items: items
                .iter()
                .map(|(prefix, part)| FormatItem { prefix: (*prefix).to_owned(), part: *part })
                .collect(),
        },
        Format::Sequence { separator, pieces } => grammar::Format::Sequence {
            separator: separator.map(char::from),
            pieces: pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(literal) => FormatPiece::Text((*literal).to_owned()),
                    Piece::Any => FormatPiece::Any,
                    Piece::Part(part) => FormatPiece::Part(*part),
                })
                .collect(),
        },
    }
}

/// A format as a template.
fn format_template(format: &Format) -> String {
    let escaped = |literal: &str| literal.replace('{', "{{").replace('}', "}}");
    let part = |part: &FormatPart| match part {
        FormatPart::Signature => "{signature}",
        FormatPart::Timestamp => "{timestamp}",
        FormatPart::Id => "{id}",
    };
    match format {
        Format::Whole { prefix, suffix } => {
            format!("{}{{signature}}{}", escaped(prefix), escaped(suffix))
        }
        Format::List { separator, items } => {
            let items = items.iter().map(|(prefix, is)| escaped(prefix) + part(is));
            items.collect::<Vec<_>>().join(&String::from(char::from(*separator)))
        }
        Format::Sequence { pieces, .. } => pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(literal) => escaped(literal),
                Piece::Any => "{any}".to_owned(),
                Piece::Part(is) => part(is).to_owned(),
            })
            .collect(),
    }
}

/// Where keys are fetched.
fn fetch(said: &FetchedKeys) -> FetchKeys<()> {
    let mut keys = FetchKeys::new(());
    keys.id = said.id.map(|id| match id {
        KeyId::Token => text("kid"),
        KeyId::At(at) => text(source(at)),
    });
    keys.url = said.url.map(text);
    keys.hosts = said.hosts.iter().map(|host| text(*host)).collect();
    keys.form = Some(match said.form {
        DocumentForm::KeySet => text("jwks"),
        DocumentForm::Key => text("key"),
        DocumentForm::JsonKey(at) => text(format!("json:{}", pointer(at))),
        DocumentForm::JsonWebKey(at) => text(format!("jwk:{}", pointer(at))),
    });
    keys
}

/// A claim that holds a digest, as in `sha256=sha256:body`.
fn claim(claim: &DigestClaim) -> String {
    let digest = match (claim.digest, claim.text) {
        (ClaimDigest::Sha256, DigestText::Hex) => Digest::Sha256,
        (ClaimDigest::Sha256, DigestText::Base64Url) => Digest::Sha256Base64Url,
        (ClaimDigest::Sha256, _) => Digest::Sha256Base64,
        (ClaimDigest::Sha512, DigestText::Hex) => Digest::Sha512,
        (ClaimDigest::Sha512, _) => Digest::Sha512Base64,
    };
    let of = match claim.of {
        Digested::Body => "body",
        Digested::Url => "url",
    };
    let optional = if claim.optional_if_empty { "?" } else { "" };
    format!("{}={}:{of}{optional}", claim.name, digest.word())
}

/// What stands where, as in `json:/type=ping`.
fn condition((at, value): &(Source, Option<&str>)) -> String {
    match value {
        Some(value) => format!("{}={value}", source(*at)),
        None => source(*at),
    }
}

fn text(value: impl Into<String>) -> Text {
    Spanned { span: (), value: value.into() }
}

fn timestamp(timestamp: crate::scheme::Timestamp) -> TimestampKeys<()> {
    let mut keys = TimestampKeys::new(());
    match timestamp.place {
        TimestampPlace::Header(name) => keys.header = Some(text(name)),
        TimestampPlace::Json(at) => keys.json = Some(text(pointer(at))),
        TimestampPlace::Query(name) => keys.query = Some(text(name)),
        TimestampPlace::Form(name) => keys.form = Some(text(name)),
        TimestampPlace::Format => {}
    }
    keys.unit = Some(text(timestamp.unit.word()));
    keys.tolerance = timestamp.tolerance.map(|tolerance| text(duration(tolerance)));
    keys
}

fn handshake(handshake: &Handshake) -> HandshakeKeys<()> {
    let mut keys = HandshakeKeys::new(());
    let post = handshake.method == HandshakeMethod::Post;
    keys.method = (!post).then(|| text(handshake.method.word()));
    keys.when = handshake.when.iter().map(|when| text(condition(when))).collect();
    keys.challenge = handshake.challenge.map(|at| text(source(at)));
    keys.token = handshake.token.map(|at| text(source(at)));
    keys.answer = (!handshake.answer.is_empty()).then(|| text(template(handshake.answer)));
    keys.header = handshake.header.iter().map(|header| text(answer_header(header))).collect();
    let proof = handshake.proof;
    keys.proof = proof.map(|(digest, of)| text(format!("{}:{}", digest.word(), template(of))));
    let status =
        |status: u16, usual| (status != usual).then(|| Spanned { span: (), value: status.into() });
    keys.status = status(handshake.status, 200);
    keys.refusal = status(handshake.refusal, 403);
    keys.unsigned = (post && !handshake.signed).then(|| text("the sender does not sign it"));
    keys
}

/// A header of the answer: its name, and what stands there, unless it is the challenge.
fn answer_header((name, value): &(&str, &[Part])) -> String {
    match value {
        [Part::Challenge] => (*name).to_owned(),
        value => format!("{name}={}", template(value)),
    }
}

fn source(source: Source) -> String {
    match source {
        Source::Header(name) => format!("header:{name}"),
        Source::Query(name) => format!("query:{name}"),
        Source::Form(name) => format!("form:{name}"),
        Source::Json(at) => format!("json:{}", pointer(at)),
        Source::HeaderJson(name, at) => format!("base64-json:{name}{}", pointer(at)),
        Source::Body => "body".to_owned(),
    }
}

/// `/data/id`, `header:name` and `form:name` where a place is one thing, else a template.
fn place(parts: &[Part]) -> String {
    match parts {
        [Part::Json(at)] if !at.0.is_empty() => pointer(*at),
        [Part::Header(name)] => format!("header:{name}"),
        [Part::Field(name)] => format!("form:{name}"),
        parts => template(parts),
    }
}

fn pointer(pointer: Pointer) -> String {
    let mut text = String::new();
    for segment in pointer.0 {
        text.push('/');
        text.push_str(&segment.replace('~', "~0").replace('/', "~1"));
    }
    text
}

fn template(parts: &[Part]) -> String {
    parts.iter().map(|part| self::part(*part)).collect()
}

fn part(part: Part) -> String {
    match part {
        Part::Text(literal) => literal.replace('{', "{{").replace('}', "}}"),
        Part::Timestamp => "{timestamp}".to_owned(),
        Part::Id => "{id}".to_owned(),
        Part::Event => "{event}".to_owned(),
        Part::Body => "{body}".to_owned(),
        Part::Digest(digest) => format!("{{{}:body}}", digest.word()),
        Part::Crc32 => "{crc32:body}".to_owned(),
        Part::Method => "{method}".to_owned(),
        Part::Path => "{path}".to_owned(),
        Part::Query => "{query}".to_owned(),
        Part::Header(name) => format!("{{header:{name}}}"),
        Part::Json(at) => format!("{{json:{}}}", pointer(at)),
        Part::Parameter(name) => format!("{{query:{name}}}"),
        Part::Field(name) => format!("{{form:{name}}}"),
        Part::SortedForm => "{form:sorted}".to_owned(),
        Part::SortedQuery => "{query:sorted}".to_owned(),
        Part::Url(UrlForm::Plain) => "{url}".to_owned(),
        Part::Url(form) => format!("{{url:{}}}", form.word()),
        Part::Secret => "{secret}".to_owned(),
        Part::Challenge => "{challenge}".to_owned(),
        Part::Proof => "{proof}".to_owned(),
        Part::Token => "{token}".to_owned(),
        Part::Optional(inner) => self::part(*inner).replace('}', "?}"),
    }
}

/// In the largest unit that says it in a whole number.
fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs();
    let (count, unit) = [(86_400, "d"), (3_600, "h"), (60, "m")]
        .into_iter()
        .find(|(unit, _)| seconds % unit == 0)
        .map_or((seconds, "s"), |(unit, word)| (seconds / unit, word));
    format!("{count}{unit}")
}
