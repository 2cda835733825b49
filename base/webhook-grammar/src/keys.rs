//! The keys of a declaration: their names, where each is kept, and what is said of one that is
//! unknown, there twice, or without a value that it can have.
//!
//! Whoever reads declarations from something asks here which keys there are and into which
//! [`Slot`] a value goes, so that no reader knows a key that another does not.

use super::{
    alternatives,
    declaration::{Declaration, Text, TimestampKeys},
    fetch::FetchKeys,
    handshake::HandshakeKeys,
    problem::{Problem, Spanned},
    token::TokenKeys,
    way::WayKeys,
};

/// The keys that a list may have, each with an example of its use.
pub type Known = [(&'static str, &'static str)];

/// The keys of a declaration.
pub const KEYS: &Known = &[
    ("name", "name = \"acme\""),
    ("title", "title = \"Acme Pay\""),
    ("docs", "docs = \"https://..\""),
    ("evidence", "evidence = \"docs\""),
    ("algo", "algo = \"sha256\""),
    ("encoding", "encoding = \"hex\""),
    ("header", "header = \"x-signature\""),
    ("signature", "signature = \"query:signature\""),
    ("format", "format = \"t={timestamp},v1={signature}\""),
    ("separator", "separator = \",\""),
    ("message", "message = \"{timestamp}.{body}\""),
    ("alternatives", "alternatives = \"first\""),
    ("digest", "digest = \"sha256:header:x-digest\""),
    ("body", "body = \"raw\""),
    ("key", "key = \"base64\""),
    ("key_prefix", "key_prefix = \"whsec_\""),
    ("derive", "derive = \"sha256\""),
    ("or", "or(algo = \"ed25519\", format = \"v1a,{signature}\", key_prefix = \"whpk_\")"),
    ("token", "token(issuer = \"acme\", digest = \"sha256=sha256:body\", max_age = \"5m\")"),
    ("keys", "keys(id = \"kid\", url = \"https://example.com/jwks.json\", form = \"jwks\")"),
    ("timestamp", "timestamp(header = \"x-timestamp\", unit = \"seconds\", tolerance = \"5m\")"),
    ("id", "id = \"/id\""),
    ("event", "event = \"/type\""),
    ("payload", "payload = \"/data\""),
    ("ack", "ack = 200"),
    ("ack_body", "ack_body = \"OK\""),
    ("ack_header", "ack_header = \"x-client-id={header:x-client-id}\""),
    ("retries", "retries = \"3d\""),
    ("sources", "sources(\"203.0.113.7\")"),
    ("weak", "weak = \"why\""),
    ("unsigned", "unsigned = \"why\""),
    (
        "handshake",
        "handshake(method = \"GET\", challenge = \"query:challenge\", answer = \"{challenge}\")",
    ),
];

/// The keys of `or(..)`.
pub const WAY_KEYS: &Known = &[
    ("algo", "algo = \"ed25519\""),
    ("encoding", "encoding = \"base64\""),
    ("format", "format = \"v1a,{signature}\""),
    ("key", "key = \"base64\""),
    ("key_prefix", "key_prefix = \"whpk_\""),
    ("derive", "derive = \"sha256\""),
    ("when", "when = \"json:/version=2\""),
];

/// The keys of `token(..)`.
pub const TOKEN_KEYS: &Known = &[
    ("content", "content = \"detached\""),
    ("issuer", "issuer = \"acme\""),
    ("audience", "audience = \"https://example.com\""),
    ("owner", "owner = [\"aud\", \"email\"]"),
    ("digest", "digest = \"sha256=sha256:body\""),
    ("leeway", "leeway = \"60s\""),
    ("max_age", "max_age = \"5m\""),
    ("expiry", "expiry = \"required\""),
];

/// The keys of `keys(..)`.
pub const FETCH_KEYS: &Known = &[
    ("id", "id = \"header:x-key-id\""),
    ("url", "url = \"https://example.com/keys/{id}\""),
    ("hosts", "hosts = [\"keys.example.com\"]"),
    ("form", "form = \"jwks\""),
];

/// The keys of `timestamp(..)`.
pub const TIMESTAMP_KEYS: &Known = &[
    ("header", "header = \"x-timestamp\""),
    ("json", "json = \"/created_at\""),
    ("query", "query = \"timestamp\""),
    ("form", "form = \"timestamp\""),
    ("unit", "unit = \"seconds\""),
    ("tolerance", "tolerance = \"5m\""),
];

/// The keys of `handshake(..)`.
pub const HANDSHAKE_KEYS: &Known = &[
    ("method", "method = \"GET\""),
    ("when", "when = \"json:/type=ping\""),
    ("challenge", "challenge = \"query:challenge\""),
    ("token", "token = \"query:verify_token\""),
    ("answer", "answer = \"{challenge}\""),
    ("header", "header = \"x-challenge\""),
    ("proof", "proof = \"sha256:{challenge}{token}{url:no-query}\""),
    ("status", "status = 200"),
    ("refusal", "refusal = 403"),
    ("unsigned", "unsigned = \"why\""),
];

/// The names of a provider's events: no key of how it signs, and read by each reader for itself,
/// because an attribute may name the type of an enum instead.
pub const EVENTS_KEY: (&str, &str) = ("events", "events = [\"payment.made\", \"payment.failed\"]");

/// What is wrong with the names of events, if something is.
pub fn event_names<S: Copy>(names: &[Text<S>]) -> Vec<Problem<S>> {
    let mut problems = Vec::new();
    for (index, name) in names.iter().enumerate() {
        if names.iter().take(index).any(|other| other.value == name.value) {
            let sentence = format!("the event `{}` is named twice", name.value);
            problems.push(Problem::new(name.span, sentence));
        }
    }
    problems
}

/// Where the value of a key is kept, which says what kind of value it is.
#[derive(Debug)]
pub enum Slot<'a, S> {
    /// A text.
    Text(&'a mut Option<Text<S>>),
    /// A text, or several that are alternatives.
    Texts(&'a mut Vec<Text<S>>),
    /// Several texts.
    List(&'a mut Vec<Text<S>>),
    /// A whole number.
    Number(&'a mut Option<Spanned<S, u64>>),
    /// The keys of one other way to sign, or of several.
    Ways(&'a mut Vec<WayKeys<S>>),
    /// The keys of a token.
    Token(&'a mut Option<TokenKeys<S>>),
    /// The keys of what is said of fetched keys.
    Fetch(&'a mut Option<FetchKeys<S>>),
    /// The keys of a timestamp.
    Timestamp(&'a mut Option<TimestampKeys<S>>),
    /// The keys of one handshake, or of several.
    Handshakes(&'a mut Vec<HandshakeKeys<S>>),
}

impl<S> Declaration<S> {
    /// Where the value of this key is kept; `None` if it is none of [`KEYS`].
    pub fn slot(&mut self, key: &str) -> Option<Slot<'_, S>> {
        Some(match key {
            // name = "acme"
            "name" => Slot::Text(&mut self.name),
            // title = "Acme Pay"
            "title" => Slot::Text(&mut self.title),
            // docs = "https://.."
            "docs" => Slot::Text(&mut self.docs),
            // evidence = "docs"
            "evidence" => Slot::Text(&mut self.evidence),
            // algo = "sha256"
            "algo" => Slot::Text(&mut self.algo),
            // encoding = "hex"
            "encoding" => Slot::Text(&mut self.encoding),
            // header = "x-signature", header = ["x-signature", "x-old-signature"]
            "header" => Slot::Texts(&mut self.header),
            // signature = "query:signature"
            "signature" => Slot::Text(&mut self.signature),
            // format = "t={timestamp},v1={signature}"
            "format" => Slot::Text(&mut self.format),
            // separator = " "
            "separator" => Slot::Text(&mut self.separator),
            // message = "{timestamp}.{body}", message = ["{url}{form:sorted}", "{url}"]
            "message" => Slot::Texts(&mut self.message),
            // alternatives = "first"
            "alternatives" => Slot::Text(&mut self.alternatives),
            // digest = "sha256:query:bodySHA256"
            "digest" => Slot::Text(&mut self.digest),
            // body = "json"
            "body" => Slot::Text(&mut self.body),
            // key = "base64"
            "key" => Slot::Text(&mut self.key),
            // key_prefix = "whsec_"
            "key_prefix" => Slot::Text(&mut self.key_prefix),
            // derive = "sha256"
            "derive" => Slot::Text(&mut self.derive),
            // or(algo = "ed25519", format = "v1a,{signature}"), or((..), (..))
            "or" => Slot::Ways(&mut self.or),
            // token(issuer = "acme", digest = "sha256=sha256:body", max_age = "5m")
            "token" => Slot::Token(&mut self.token),
            // keys(id = "kid", url = "https://..", form = "jwks")
            "keys" => Slot::Fetch(&mut self.keys),
            // timestamp(header = "x-timestamp", unit = "seconds", tolerance = "5m")
            "timestamp" => Slot::Timestamp(&mut self.timestamp),
            // id = "/id", id = ["/id", "/event_id"]
            "id" => Slot::Texts(&mut self.id),
            // event = "/type"
            "event" => Slot::Texts(&mut self.event),
            // payload = "/data"
            "payload" => Slot::Texts(&mut self.payload),
            // ack = 200
            "ack" => Slot::Number(&mut self.ack),
            // ack_body = "OK"
            "ack_body" => Slot::Text(&mut self.ack_body),
            // ack_header = "x-client-id={header:x-client-id}"
            "ack_header" => Slot::Texts(&mut self.ack_header),
            // retries = "3d"
            "retries" => Slot::Text(&mut self.retries),
            // sources("203.0.113.7", "203.0.113.8")
            "sources" => Slot::List(&mut self.sources),
            // weak = "the sender offers nothing better"
            "weak" => Slot::Text(&mut self.weak),
            // unsigned = "the sender signs the timestamp only"
            "unsigned" => Slot::Text(&mut self.unsigned),
            // handshake(method = "GET", ..), handshake((..), (..))
            "handshake" => Slot::Handshakes(&mut self.handshake),
            _ => return None,
        })
    }
}

impl<S> WayKeys<S> {
    /// Where the value of this key is kept; `None` if it is none of [`WAY_KEYS`].
    pub fn slot(&mut self, key: &str) -> Option<Slot<'_, S>> {
        Some(Slot::Text(match key {
            "algo" => &mut self.algo,
            "encoding" => &mut self.encoding,
            "format" => &mut self.format,
            "key" => &mut self.key,
            "key_prefix" => &mut self.key_prefix,
            "derive" => &mut self.derive,
            "when" => &mut self.when,
            _ => return None,
        }))
    }
}

impl<S> TokenKeys<S> {
    /// Where the value of this key is kept; `None` if it is none of [`TOKEN_KEYS`].
    pub fn slot(&mut self, key: &str) -> Option<Slot<'_, S>> {
        Some(match key {
            "content" => Slot::Text(&mut self.content),
            "issuer" => Slot::Text(&mut self.issuer),
            "audience" => Slot::Text(&mut self.audience),
            "owner" => Slot::Texts(&mut self.owner),
            "digest" => Slot::Texts(&mut self.digest),
            "leeway" => Slot::Text(&mut self.leeway),
            "max_age" => Slot::Text(&mut self.max_age),
            "expiry" => Slot::Text(&mut self.expiry),
            _ => return None,
        })
    }
}

impl<S> FetchKeys<S> {
    /// Where the value of this key is kept; `None` if it is none of [`FETCH_KEYS`].
    pub fn slot(&mut self, key: &str) -> Option<Slot<'_, S>> {
        Some(match key {
            "id" => Slot::Text(&mut self.id),
            "url" => Slot::Text(&mut self.url),
            "hosts" => Slot::Texts(&mut self.hosts),
            "form" => Slot::Text(&mut self.form),
            _ => return None,
        })
    }
}

impl<S> TimestampKeys<S> {
    /// None of the keys, at a place.
    pub fn new(span: S) -> Self {
        Self {
            span,
            header: None,
            json: None,
            query: None,
            form: None,
            unit: None,
            tolerance: None,
        }
    }

    /// Where the value of this key is kept; `None` if it is none of [`TIMESTAMP_KEYS`].
    pub fn slot(&mut self, key: &str) -> Option<Slot<'_, S>> {
        Some(Slot::Text(match key {
            "header" => &mut self.header,
            "json" => &mut self.json,
            "query" => &mut self.query,
            "form" => &mut self.form,
            "unit" => &mut self.unit,
            "tolerance" => &mut self.tolerance,
            _ => return None,
        }))
    }
}

impl<S> HandshakeKeys<S> {
    /// Where the value of this key is kept; `None` if it is none of [`HANDSHAKE_KEYS`].
    pub fn slot(&mut self, key: &str) -> Option<Slot<'_, S>> {
        Some(match key {
            "method" => Slot::Text(&mut self.method),
            "when" => Slot::Texts(&mut self.when),
            "challenge" => Slot::Text(&mut self.challenge),
            "token" => Slot::Text(&mut self.token),
            "answer" => Slot::Text(&mut self.answer),
            "header" => Slot::Texts(&mut self.header),
            "proof" => Slot::Text(&mut self.proof),
            "status" => Slot::Number(&mut self.status),
            "refusal" => Slot::Number(&mut self.refusal),
            "unsigned" => Slot::Text(&mut self.unsigned),
            _ => return None,
        })
    }
}

/// A key as it was written.
#[derive(Debug, Clone)]
pub struct Key<S> {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: S,
    /// How it is written with a value, for messages.
    pub example: &'static str,
}

impl<S> Key<S> {
    /// The key of a list that has this name.
    ///
    /// # Errors
    ///
    /// A sentence that names those that there are, or the one that was meant.
    pub fn find(name: &str, span: S, list: &str, known: &Known) -> Result<Self, String> {
        if let Some((_, example)) = known.iter().find(|(known, _)| *known == name) {
            return Ok(Self { name: name.to_owned(), span, example });
        }
        let keys: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        Err(format!("`{name}` is no key of {list}: {}", alternatives(name, &keys, str::to_owned)))
    }

    /// The key stands twice in a list.
    pub fn given_twice(name: &str, list: &str) -> String {
        format!("`{name}` is given twice in {list}: remove one of them")
    }

    /// The key stands there alone.
    pub fn needs_value(&self) -> String {
        format!("`{}` needs a value: `{}`", self.name, self.example)
    }

    /// Its value is no text.
    pub fn is_text(&self) -> String {
        format!("`{}` is a text in quotes: `{}`", self.name, self.example)
    }

    /// Its value is no number.
    pub fn is_number(&self) -> String {
        format!("`{}` is a whole number: `{}`", self.name, self.example)
    }

    /// Its value is no list.
    pub fn is_list(&self) -> String {
        format!("`{}` is a list of texts: `{}`", self.name, self.example)
    }

    /// Its value is an empty list.
    pub fn lists_nothing(&self) -> String {
        format!("`{}` lists nothing: `{}`", self.name, self.example)
    }

    /// Its value, in an attribute, is no list in parentheses.
    pub fn takes_parentheses(&self) -> String {
        format!("`{}` takes parentheses: `{}`", self.name, self.example)
    }

    /// Its value, in a file, is no table.
    pub fn is_table(&self) -> String {
        format!("`{}` is a table: `{}`", self.name, self.example)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Declaration, FETCH_KEYS, FetchKeys, HANDSHAKE_KEYS, HandshakeKeys, KEYS, TIMESTAMP_KEYS,
        TOKEN_KEYS, TimestampKeys, TokenKeys, WAY_KEYS, WayKeys,
    };

    #[test]
    fn every_key_has_a_slot_of_its_own() {
        let mut places: Vec<String> = Vec::new();
        let (mut all, mut timestamp, mut handshake) =
            (Declaration::<()>::default(), TimestampKeys::new(()), HandshakeKeys::new(()));
        for (key, _) in KEYS {
            places.push(format!("{:p}", place(&all.slot(key).expect(key))));
        }
        let mut way = WayKeys::new(());
        for (key, _) in WAY_KEYS {
            places.push(format!("{:p}", place(&way.slot(key).expect(key))));
        }
        let mut token = TokenKeys::new(());
        for (key, _) in TOKEN_KEYS {
            places.push(format!("{:p}", place(&token.slot(key).expect(key))));
        }
        let mut fetch = FetchKeys::new(());
        for (key, _) in FETCH_KEYS {
            places.push(format!("{:p}", place(&fetch.slot(key).expect(key))));
        }
        for (key, _) in TIMESTAMP_KEYS {
            places.push(format!("{:p}", place(&timestamp.slot(key).expect(key))));
        }
        for (key, _) in HANDSHAKE_KEYS {
            places.push(format!("{:p}", place(&handshake.slot(key).expect(key))));
        }
        let count = places.len();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), count);
        assert!(all.slot("alog").is_none());
    }

    fn place(slot: &super::Slot<'_, ()>) -> *const () {
        use super::Slot::{Fetch, Handshakes, List, Number, Text, Texts, Timestamp, Token, Ways};
        match slot {
            Text(slot) => std::ptr::from_ref(&**slot).cast(),
            Texts(slot) | List(slot) => std::ptr::from_ref(&**slot).cast(),
            Number(slot) => std::ptr::from_ref(&**slot).cast(),
            Fetch(slot) => std::ptr::from_ref(&**slot).cast(),
            Timestamp(slot) => std::ptr::from_ref(&**slot).cast(),
            Token(slot) => std::ptr::from_ref(&**slot).cast(),
            Ways(slot) => std::ptr::from_ref(&**slot).cast(),
            Handshakes(slot) => std::ptr::from_ref(&**slot).cast(),
        }
    }
}
