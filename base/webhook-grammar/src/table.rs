//! The table of the language: each key is written here, and nowhere else.
//!
//! An entry says what a key means (its documentation), the kind of its value, what may stand there,
//! what holds without it, what has to hold beside it, an example, and what `webhook show` calls it.
//! From it come the reader of attributes, that of files, both writers, the options of
//! `webhook new-provider`, `webhook show` and the reference.
//!
//! An entry of a declaration says as well where what it means is kept in [`Checked`], after `=>`, and
//! how it starts. Where `codec` alone reads and writes it, `by` says with which of its modules, and
//! nothing else has to be written. All others are read in `check` and written in `unread`.

use std::time::Duration;

use super::{
    check::Check,
    codec,
    declaration::{Start, declaration},
    fetch::FetchedKeys,
    format::Format,
    handshake::Handshake,
    jwt::JwtScheme,
    keys::{Values, keys, nested},
    place::{Pointer, Source, TimestampPlace},
    store::{Owned, Static, Store, model, rust},
    template::{Part, Use},
    way::Way,
    words::{
        Algorithm, BodyForm, Derivation, Digest, Encoding, Evidence, Expiry, HandshakeMethod,
        JwtContent, KeyForm, MessageChoice, OnRetry, Unit,
    },
};

const LOCATION: Values = Values::Described(
    "`header:Name`, `query:name`, `form:name`, `json:/pointer`, or `base64-json:Name/pointer` for a JSON document that a header holds in base64",
);
const LOCATIONS: Values = Values::Described(
    "a JSON pointer such as `/data/id`, `header:Name`, `form:name`, or a template; several in a list are alternatives, and the first that is there counts",
);
const DURATION: Values = Values::Described("a whole number and a unit: `90s`, `5m`, `14h`, `3d`");
const REASON: Values = Values::Described("why, in words");

declaration! {
    name: Text => name: O::Text {
        /// What the provider is called in code, files and logs.
        start: "",
        values: Values::Described("lower-case letters, digits and `-`"),
        default: "the type's name, in lower case with `-` between its words; a file must say it",
        rule: "",
        example: "name = \"acme\"",
        shown: "",
    }
    display_name: Text => display_name: Option<O::Text> {
        /// What the provider calls itself, for people.
        start: None,
        by: display_name,
        values: Values::Described("any text that is not blank"),
        default: "the `name`",
        rule: "",
        example: "display_name = \"Acme Pay\"",
        shown: "",
    }
    docs: Text => docs: Option<O::Text> {
        /// The page on which the provider documents its webhooks.
        start: None,
        by: text,
        values: Values::Described("an address"),
        default: "none",
        rule: "",
        example: "docs = \"https://docs.acme.example/webhooks\"",
        shown: "",
    }
    evidence: Text => evidence: Option<Evidence> {
        /// How it is known how the provider signs: the surest source there is.
        start: None,
        by: evidence,
        values: Values::Words(Evidence::WORDS),
        default: "none",
        rule: "",
        example: "evidence = \"docs\"",
        shown: "known from",
    }
    algo: Text => algorithm: Algorithm {
        /// How deliveries are signed. `sha256` is HMAC-SHA256, which most providers use; `token` is a
        /// shared secret that the request carries as it is.
        start: Algorithm::HmacSha256,
        values: Values::Words(Algorithm::WORDS),
        default: "none: it must be said, unless `custom` code verifies",
        rule: "a weak algorithm needs `weak`; one under public keys or of tokens needs a feature of the crate",
        example: "algo = \"sha256\"",
        shown: "signed with",
    }
    encoding: Text => encoding: Encoding {
        /// The text form of the signature.
        start: Encoding::Hex,
        values: Values::Words(Encoding::WORDS),
        default: "`hex`; `base64` where `algo` is `basic`",
        rule: "not with `algo = \"token\"`, `\"basic\"` or a JWT",
        example: "encoding = \"base64\"",
        shown: "",
    }
    header: Texts => headers: O::List<O::Text> {
        /// The header that carries the signature. Several are alternatives. `{n}` stands for the
        /// numbers from 1: `X-Signature-{n}`.
        start: &[],
        values: Values::Described("the name of a header, in any case"),
        default: "`Authorization` where `algo` is `basic`; otherwise it or `signature` must be said",
        rule: "either `header` or `signature`",
        example: "header = \"x-signature\"",
        shown: "signature in header",
    }
    signature: Text => signature: Option<Source<O>> {
        /// Where the signature is, if it is not in a header; `body` where a JWT is the whole body.
        start: None,
        values: LOCATION,
        default: "none",
        rule: "either `header` or `signature`",
        example: "signature = \"query:signature\"",
        shown: "signature in",
    }
    format: Text => format: Format<O> {
        /// How the value of the header is built. Where several elements have names (`t=`, `v1=`), they
        /// may come in any order, others are ignored, and a repeated `{signature}` is tried each time.
        start: Format::Whole { prefix: "", suffix: "" },
        values: Values::Template(Use::Format),
        default: "`{signature}`; `Basic {signature}` where `algo` is `basic`",
        rule: "it has exactly one `{signature}`",
        example: "format = \"t={timestamp},v1={signature}\"",
        shown: "built as",
    }
    separator: Text => separator: Option<u8> {
        /// What stands between the elements, where the value is a list and the template of `format`
        /// shows one element only.
        start: None,
        values: Values::Described("one ASCII character that is no letter or digit"),
        default: "the first of `,`, `;`, `&` and a space that the template of `format` has between two parts",
        rule: "",
        example: "separator = \" \"",
        shown: "separated by",
    }
    message: Texts => message: O::List<O::List<Part<O>>> {
        /// What is signed. Several are alternatives: senders that sign forms one way and JSON another.
        start: &[&[Part::Body]],
        values: Values::Template(Use::Message),
        default: "`{body}`",
        rule: "it contains the body or a digest of it, or the declaration says `digest` or `unsigned`; not with `algo = \"token\"`, `\"basic\"` or a JWT",
        example: "message = \"{timestamp}.{body}\"",
        shown: "message",
    }
    message_choice: Text => message_choice: MessageChoice {
        /// Which of several messages is the signed one.
        start: MessageChoice::Any,
        values: Values::Words(MessageChoice::WORDS),
        default: "`any`",
        rule: "`message` has several templates",
        example: "message_choice = \"first\"",
        shown: "message chosen",
    }
    digest: Text => digest: Option<(Digest, Source<O>)> {
        /// A digest of the body that the request carries and the message covers: a digest, a colon,
        /// and where it is.
        start: None,
        by: digest,
        values: Values::Described("`sha256:header:Name`, `sha256:query:name`, with any digest of a template"),
        default: "none",
        rule: "it is not in the body",
        example: "digest = \"sha256:header:x-digest\"",
        shown: "body bound by",
    }
    body: Text => body: BodyForm {
        /// Which form of the body is signed: the bytes that were sent, or what
        /// `JSON.stringify(JSON.parse(body))` makes of them, which is tried after the bytes.
        start: BodyForm::Raw,
        values: Values::Words(BodyForm::WORDS),
        default: "`raw`",
        rule: "",
        example: "body = \"json\"",
        shown: "body signed",
    }
    secret_encoding: Text => secret_encoding: KeyForm {
        /// How the text of the secret becomes the bytes of the key.
        start: KeyForm::Utf8,
        values: Values::Words(KeyForm::WORDS),
        default: "`utf8`",
        rule: "not with a public key; `base64-if-prefixed` needs `secret_prefix`",
        example: "secret_encoding = \"base64\"",
        shown: "secret read as",
    }
    secret_prefix: Text => secret_prefix: O::Text {
        /// What secrets begin with, which is removed before they are read.
        start: "",
        values: Values::Described("any text"),
        default: "none",
        rule: "",
        example: "secret_prefix = \"whsec_\"",
        shown: "secret without",
    }
    key_derivation: Text => key_derivation: Option<Derivation> {
        /// What is made of the secret's bytes before they are the key.
        start: None,
        by: key_derivation,
        values: Values::Words(Derivation::WORDS),
        default: "nothing: the bytes are the key",
        rule: "not with a public key",
        example: "key_derivation = \"sha256\"",
        shown: "key derived by",
    }
    alternative: Many(AlternativeKeys) => alternatives: O::List<Way<O>> {
        /// Another way in which the same deliveries may be signed: `alternative(..)`, or several as
        /// `alternative((..), (..))`. What it leaves out is as the declaration says it.
        start: &[],
        values: Values::Keys,
        default: "none",
        rule: "it differs from the first way; a public key and a secret are told apart by `secret_prefix`",
        example: "alternative(algo = \"ed25519\", format = \"v1a,{signature}\", secret_prefix = \"whpk_\")",
        shown: "or signed with",
    }
    jwt: One(JwtKeys) => jwt: Option<O::Nested<JwtScheme<O>>> {
        /// What a JSON web token must say.
        start: None,
        values: Values::Keys,
        default: "a token with claims, which must be valid now; none of them binds the body, so `unsigned` is needed",
        rule: "`algo` is one of a JWT: `jwt-hs256`, `jwt-rs256`, ..",
        example: "jwt(issuer = \"acme\", digest = \"sha256=sha256:body\", max_age = \"5m\")",
        shown: "the token",
    }
    public_keys: One(PublicKeysKeys) => public_keys: Option<O::Nested<FetchedKeys<O>>> {
        /// Where the public keys are that the provider publishes and changes.
        start: None,
        values: Values::Keys,
        default: "none: the owner of an endpoint gives the key",
        rule: "`algo` verifies under a public key",
        example: "public_keys(id = \"kid\", url = \"https://acme.example/jwks.json\", form = \"jwks\")",
        shown: "public keys",
    }
    timestamp: One(TimestampKeys) => timestamp: Option<Timestamp<O>> {
        /// The time that deliveries carry: where it is, its unit, and how old it may be.
        start: None,
        values: Values::Keys,
        default: "none: a delivery is never too old",
        rule: "a `tolerance` needs a time that is signed",
        example: "timestamp(header = \"x-timestamp\", unit = \"seconds\", tolerance = \"5m\")",
        shown: "time",
    }
    id: Texts => id: O::List<O::List<Part<O>>> {
        /// Where the id is that only this delivery has, and that its repetitions share: duplicates are
        /// recognised by it.
        start: &[],
        by: id,
        values: LOCATIONS,
        default: "none",
        rule: "it is signed: in the body, or a part of `message`",
        example: "id = \"/id\"",
        shown: "id in",
    }
    event_type: Texts => event_type: O::List<O::List<Part<O>>> {
        /// Where the name of the event is.
        start: &[],
        by: event_type,
        values: LOCATIONS,
        default: "none: deliveries name no event",
        rule: "",
        example: "event_type = \"/type\"",
        shown: "event type in",
    }
    payload: Texts => payload: O::List<Pointer<O>> {
        /// Where in the body the payload of the event is.
        start: &[],
        by: pointer,
        values: Values::Described("a JSON pointer; several in a list are alternatives"),
        default: "the whole body",
        rule: "",
        example: "payload = \"/data\"",
        shown: "payload in",
    }
    ack: Number => ack: Option<u16> {
        /// The one status code that acknowledges a delivery.
        start: None,
        values: Values::Described("a status code from 200 to 299"),
        default: "any 2xx acknowledges, and 200 is answered",
        rule: "",
        example: "ack = 200",
        shown: "acknowledged by",
    }
    ack_body: Text => ack_body: O::List<Part<O>> {
        /// The body of an acknowledgement, where the sender expects one.
        start: &[],
        values: Values::Template(Use::Acknowledgement),
        default: "empty",
        rule: "`ack` is a status code that may have a body",
        example: "ack_body = \"OK\"",
        shown: "saying",
    }
    ack_header: Texts => ack_header: O::List<(O::Text, O::List<Part<O>>)> {
        /// A header of an acknowledgement, where the sender expects one; several in a list.
        start: &[],
        by: ack_header,
        values: Values::Described("a name, `=`, and a template as of `ack_body`"),
        default: "none",
        rule: "",
        example: "ack_header = \"x-client-id={header:x-client-id}\"",
        shown: "in headers",
    }
    ack_within: Text => ack_within: Option<Duration> {
        /// How long the sender waits for an acknowledgement before it counts the delivery as failed.
        start: None,
        by: duration,
        values: DURATION,
        default: "unknown",
        rule: "",
        example: "ack_within = \"3s\"",
        shown: "acknowledged within",
    }
    retry_window: Text => retry_window: Option<Duration> {
        /// How long the sender repeats a delivery that is not acknowledged.
        start: None,
        by: duration,
        values: DURATION,
        default: "unknown",
        rule: "",
        example: "retry_window = \"3d\"",
        shown: "retried for",
    }
    source_ips: List => source_ips: O::List<O::Text> {
        /// The addresses from which deliveries come, where the provider publishes them. They are
        /// checked by endpoints that ask for it.
        start: &[],
        by: address,
        values: Values::Described("IP addresses"),
        default: "unknown",
        rule: "",
        example: "source_ips(\"203.0.113.7\")",
        shown: "sent from",
    }
    weak: Text => weak: Option<O::Text> {
        /// Why a weak algorithm is accepted.
        start: None,
        by: reason,
        values: REASON,
        default: "none",
        rule: "`algo`, or that of an `alternative`, is weak",
        example: "weak = \"the provider offers nothing better\"",
        shown: "weak",
    }
    unsigned: Text => unsigned: Option<O::Text> {
        /// Why a body is accepted that the signature does not cover.
        start: None,
        by: reason,
        values: REASON,
        default: "none",
        rule: "the signature does not cover the body",
        example: "unsigned = \"the provider signs the id alone\"",
        shown: "unsigned",
    }
    handshake: Many(HandshakeKeys) => handshake: O::List<Handshake<O>> {
        /// What the sender asks before it sends deliveries, and how it is answered; several as
        /// `handshake((..), (..))`.
        start: &[],
        values: Values::Keys,
        default: "none",
        rule: "",
        example: "handshake(method = \"GET\", challenge = \"query:challenge\", answer = \"{challenge}\")",
        shown: "handshake",
    }
}

keys! {
    /// The keys of `alternative(..)`. What is left out is as the declaration says it.
    pub struct AlternativeKeys of "alternative" {
        beside {
            /// Where `alternative` stands.
            span: S
        }
        /// How it signs.
        algo: Text {
            values: Values::Words(Algorithm::WORDS),
            default: "none: it must be said",
            rule: "it signs: not `token` or `basic`; of JWTs, all are under secrets or all under public keys",
            example: "algo = \"ed25519\"",
            shown: "",
        }
        /// The text form of its signatures.
        encoding: Text {
            values: Values::Words(Encoding::WORDS),
            default: "that of the declaration",
            rule: "not with a JWT",
            example: "encoding = \"base64\"",
            shown: "as",
        }
        /// How its signatures are told from those of the other ways.
        format: Text {
            values: Values::Template(Use::Format),
            default: "that of the declaration",
            rule: "`{signature}` is its only part; not with a JWT",
            example: "format = \"v1a,{signature}\"",
            shown: "built as",
        }
        /// How the text of its secret becomes the bytes of the key.
        secret_encoding: Text {
            values: Values::Words(KeyForm::WORDS),
            default: "that of the declaration, unless one is under a secret and the other under a public key",
            rule: "not with a public key",
            example: "secret_encoding = \"base64\"",
            shown: "secret read as",
        }
        /// What secrets or public keys of this way begin with.
        secret_prefix: Text {
            values: Values::Described("any text"),
            default: "that of the declaration, unless one is under a secret and the other under a public key",
            rule: "needed where one is under a secret and the other under a public key",
            example: "secret_prefix = \"whpk_\"",
            shown: "secret without",
        }
        /// What is made of the secret's bytes before they are the key.
        key_derivation: Text {
            values: Values::Words(Derivation::WORDS),
            default: "that of the declaration, unless one is under a secret and the other under a public key",
            rule: "not with a public key",
            example: "key_derivation = \"sha256\"",
            shown: "key derived by",
        }
        /// What stands where in deliveries that are signed in this way and in no other.
        when: Text {
            values: Values::Described("a location, or a location, `=` and the value that stands there"),
            default: "any delivery may be signed in this way",
            rule: "not with a JWT",
            example: "when = \"json:/version=2\"",
            shown: "where there is",
        }
    }
}

keys! {
    /// The keys of `jwt(..)`.
    pub struct JwtKeys of "jwt" {
        beside {
            /// Where `jwt` stands.
            span: S
        }
        /// What the signature covers: claims, the delivery itself as claims, or the body that is left
        /// out of the token.
        content: Text {
            values: Values::Words(JwtContent::WORDS),
            default: "`claims`; `delivery` where `signature` is `body`",
            rule: "",
            example: "content = \"detached\"",
            shown: "covers",
        }
        /// What the claim `iss` must be.
        issuer: Text {
            values: Values::Described("any text"),
            default: "it is not checked",
            rule: "the token has claims",
            example: "issuer = \"acme\"",
            shown: "issued by",
        }
        /// What the claim `aud` must be or contain.
        audience: Text {
            values: Values::Described("any text"),
            default: "it is not checked",
            rule: "the token has claims",
            example: "audience = \"https://example.com\"",
            shown: "for",
        }
        /// The claims whose values the owner of an endpoint says, each on a line of the secret.
        owner: Texts {
            values: Values::Described("the names of claims that are texts"),
            default: "none",
            rule: "the token has claims",
            example: "owner = [\"aud\", \"email\"]",
            shown: "its owner says",
        }
        /// A claim that holds a digest, and of what; `?` where it may be missing because there is no
        /// body. Several in a list.
        digest: Texts {
            values: Values::Described("a claim, `=`, `sha256`, `sha512`, `sha256-base64`, `sha256-base64url` or `sha512-base64`, `:`, and `body` or `url`"),
            default: "none",
            rule: "the token has claims; without one of the body, the declaration needs `unsigned`",
            example: "digest = \"sha256=sha256:body\"",
            shown: "holds",
        }
        /// How far the sender's clock may differ, for `exp`, `nbf` and `iat`.
        leeway: Text {
            values: DURATION,
            default: "`60s`",
            rule: "",
            example: "leeway = \"30s\"",
            shown: "clocks may differ by",
        }
        /// How long ago a token may have been issued: `iat` must be there.
        max_age: Text {
            values: DURATION,
            default: "any time",
            rule: "the token has claims",
            example: "max_age = \"5m\"",
            shown: "at most as old as",
        }
        /// Whether every token must have an `exp`; where there is one, it counts.
        expiry: Text {
            values: Values::Words(Expiry::WORDS),
            default: "`optional`",
            rule: "the token has claims",
            example: "expiry = \"required\"",
            shown: "must expire:",
        }
    }
}

keys! {
    /// The keys of `public_keys(..)`.
    pub struct PublicKeysKeys of "public_keys" {
        beside {
            /// Where `public_keys` stands.
            span: S
        }
        /// Where a delivery names its key; `kid` is the key's id in the head of a JWT.
        id: Text {
            values: Values::Described("`kid`, or a location: `header:Name`, `query:name`, `form:name`, `json:/pointer`"),
            default: "all keys are tried",
            rule: "`kid` only with a JWT",
            example: "id = \"header:x-key-id\"",
            shown: "named by",
        }
        /// Where the keys are. `{id}` is the key's id, in the path; alone, it is the address that the
        /// delivery names.
        url: Text {
            values: Values::Described("an https address"),
            default: "none: only the owner of an endpoint can fetch them",
            rule: "`{id}` needs `id`; alone it needs `hosts`",
            example: "url = \"https://example.com/keys/{id}\"",
            shown: "from",
        }
        /// The hosts, with or without a path, to which addresses that deliveries name may lead. `*`
        /// stands for one label of the host, or for letters, digits, `-` and `_` of the path;
        /// `{region}` stands for a region of AWS.
        hosts: Texts {
            values: Values::Described("hosts, with or without a path"),
            default: "none",
            rule: "`url` is `{id}`",
            example: "hosts = [\"keys.example.com\"]",
            shown: "on",
        }
        /// What is at the address: a JWK set, one key in any form, or a key in a JSON document.
        form: Text {
            values: Values::Described("`jwks`, `key`, `json:/pointer` or `jwk:/pointer`"),
            default: "`jwks`",
            rule: "",
            example: "form = \"jwks\"",
            shown: "as",
        }
    }
}

keys! {
    /// The keys of `timestamp(..)`.
    pub struct TimestampKeys of "timestamp" {
        beside {
            /// Where `timestamp` stands.
            span: S
        }
        /// The header that carries it.
        header: Text {
            values: Values::Described("the name of a header"),
            default: "the `{timestamp}` of `format`",
            rule: "one of `header`, `json`, `query` and `form`",
            example: "header = \"x-timestamp\"",
            shown: "in header",
        }
        /// Where it is in the body.
        json: Text {
            values: Values::Described("a JSON pointer"),
            default: "",
            rule: "one of `header`, `json`, `query` and `form`",
            example: "json = \"/created_at\"",
            shown: "in the body at",
        }
        /// The parameter of the query that carries it.
        query: Text {
            values: Values::Described("a name, as it reads decoded"),
            default: "",
            rule: "one of `header`, `json`, `query` and `form`",
            example: "query = \"timestamp\"",
            shown: "in the query as",
        }
        /// The field of a form that carries it.
        form: Text {
            values: Values::Described("a name, as it reads decoded"),
            default: "",
            rule: "one of `header`, `json`, `query` and `form`",
            example: "form = \"timestamp\"",
            shown: "in the form as",
        }
        /// Its unit.
        unit: Text {
            values: Values::Words(Unit::WORDS),
            default: "none: it must be said",
            rule: "",
            example: "unit = \"seconds\"",
            shown: "in",
        }
        /// How far it may be from now, in either direction; `none` where it is not compared with now:
        /// then a delivery is never too old.
        tolerance: Text {
            values: Values::Described("a duration of at most 30 days, such as `5m`, or `none`"),
            default: "none: it must be said, except with `token` and `basic`, which sign no time",
            rule: "the message contains the time; where retries carry the first time, it is not shorter than `retry_window`",
            example: "tolerance = \"5m\"",
            shown: "with a tolerance of",
        }
        /// Which time a retry carries: that of its own attempt, as most senders sign each attempt anew,
        /// or that of the first.
        on_retry: Text {
            values: Values::Words(OnRetry::WORDS),
            default: "`kept` where the time is in the body, which a retry repeats; otherwise `renewed`",
            rule: "",
            example: "on_retry = \"kept\"",
            shown: "on a retry",
        }
    }
}

keys! {
    /// The keys of `handshake(..)`.
    pub struct HandshakeKeys of "handshake" {
        beside {
            /// Where `handshake` stands.
            span: S
        }
        /// The method of the request.
        method: Text {
            values: Values::Words(HandshakeMethod::WORDS),
            default: "`POST`",
            rule: "",
            example: "method = \"GET\"",
            shown: "method",
        }
        /// What tells the request from a delivery. Several in a list must all hold.
        when: Texts {
            values: Values::Described("a location, or a location, `=` and the value that stands there"),
            default: "nothing but the method and the challenge",
            rule: "a `POST` needs it or `challenge`",
            example: "when = \"json:/type=ping\"",
            shown: "where there is",
        }
        /// Where the challenge is.
        challenge: Text {
            values: LOCATION,
            default: "there is none",
            rule: "needed by `{challenge}`",
            example: "challenge = \"query:challenge\"",
            shown: "challenge in",
        }
        /// Where the token is that the owner of an endpoint told the sender, and expects.
        verify_token: Text {
            values: LOCATION,
            default: "there is none",
            rule: "",
            example: "verify_token = \"query:verify_token\"",
            shown: "verify token in",
        }
        /// The body of the answer.
        answer: Text {
            values: Values::Template(Use::Reply),
            default: "empty",
            rule: "",
            example: "answer = \"{challenge}\"",
            shown: "answered",
        }
        /// A header of the answer: its name for the challenge, or a name, `=` and a template. Several
        /// in a list.
        header: Texts {
            values: Values::Template(Use::Reply),
            default: "none",
            rule: "",
            example: "header = \"x-challenge\"",
            shown: "answered in header",
        }
        /// What `{proof}` is: a digest, `:`, and a template of what it is a digest of.
        proof: Text {
            values: Values::Template(Use::Proof),
            default: "the signature of the challenge under the signing key",
            rule: "it contains `{challenge}`, and the answer contains `{proof}`",
            example: "proof = \"sha256:{challenge}{verify_token}\"",
            shown: "proof",
        }
        /// The status code of the answer.
        status: Number {
            values: Values::Described("a status code from 200 to 299"),
            default: "200",
            rule: "",
            example: "status = 204",
            shown: "status",
        }
        /// The status code where the token is wrong, or the challenge is not answered.
        refusal: Number {
            values: Values::Described("a status code from 400 to 499"),
            default: "403",
            rule: "",
            example: "refusal = 401",
            shown: "refused with",
        }
        /// Why the sender does not sign the request.
        unsigned: Text {
            values: REASON,
            default: "a `POST` is signed as deliveries are, other methods are not",
            rule: "only with `POST`",
            example: "unsigned = \"it is sent before there is a secret\"",
            shown: "unsigned",
        }
    }
}

nested!(AlternativeKeys, JwtKeys, PublicKeysKeys, TimestampKeys, HandshakeKeys);

model! {
/// Where a timestamp stands and how it is read.
pub struct Timestamp {
    /// Where it stands.
    pub place: TimestampPlace<O>,
    /// Its unit.
    pub unit: Unit,
    /// How far it may be from now, in either direction; absent where it is not compared with now.
    pub tolerance: Option<Duration>,
    /// Which time a retry carries.
    pub on_retry: OnRetry,
}
}
