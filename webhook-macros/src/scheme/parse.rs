//! The keys of a declaration, from the tokens of an attribute.

use proc_macro2::Span;
use syn::{Error, parenthesized, parse::ParseStream};

use crate::{
    ctxt::Ctxt,
    entries::{Key, Known, list, number, read_entries, text, texts},
    grammar::{Declaration, HandshakeKeys, TimestampKeys},
};

/// The keys of a declaration, each as it is used.
pub(crate) const KEYS: &Known = &[
    ("name", "name = \"acme\""),
    ("docs", "docs = \"https://..\""),
    ("algo", "algo = \"sha256\""),
    ("encoding", "encoding = \"hex\""),
    ("header", "header = \"x-signature\""),
    ("signature", "signature = \"query:signature\""),
    ("format", "format = \"t={timestamp},v1={signature}\""),
    ("separator", "separator = \",\""),
    ("message", "message = \"{timestamp}.{body}\""),
    ("digest", "digest = \"sha256:header:x-digest\""),
    ("body", "body = \"raw\""),
    ("key", "key = \"base64\""),
    ("key_prefix", "key_prefix = \"whsec_\""),
    ("derive", "derive = \"sha256\""),
    ("timestamp", "timestamp(header = \"x-timestamp\", unit = \"seconds\", tolerance = \"5m\")"),
    ("id", "id = \"/id\""),
    ("event", "event = \"/type\""),
    ("payload", "payload = \"/data\""),
    ("ack", "ack = 200"),
    ("retries", "retries = \"3d\""),
    ("sources", "sources(\"203.0.113.7\")"),
    ("weak", "weak = \"why\""),
    ("unsigned", "unsigned = \"why\""),
    (
        "handshake",
        "handshake(method = \"GET\", challenge = \"query:challenge\", answer = \"{challenge}\")",
    ),
];

const HANDSHAKE_KEYS: &Known = &[
    ("method", "method = \"GET\""),
    ("when", "when = \"json:/type=ping\""),
    ("challenge", "challenge = \"query:challenge\""),
    ("token", "token = \"query:verify_token\""),
    ("answer", "answer = \"{challenge}\""),
    ("header", "header = \"x-challenge\""),
    ("status", "status = 200"),
    ("unsigned", "unsigned = \"why\""),
];

pub(crate) const TIMESTAMP_KEYS: &Known = &[
    ("header", "header = \"x-timestamp\""),
    ("json", "json = \"/created_at\""),
    ("query", "query = \"timestamp\""),
    ("form", "form = \"timestamp\""),
    ("unit", "unit = \"seconds\""),
    ("tolerance", "tolerance = \"5m\""),
];

/// Reads what follows a key of a declaration; whether `key` is one.
pub(crate) fn read(
    cx: &Ctxt,
    key: &Key,
    input: ParseStream<'_>,
    keys: &mut Declaration<Span>,
) -> syn::Result<bool> {
    match key.name.as_str() {
        // name = "acme"
        "name" => keys.name = Some(text(key, input)?),
        // docs = "https://.."
        "docs" => keys.docs = Some(text(key, input)?),
        // algo = "sha256"
        "algo" => keys.algo = Some(text(key, input)?),
        // encoding = "hex"
        "encoding" => keys.encoding = Some(text(key, input)?),
        // header = "x-signature", header = ["x-signature", "x-old-signature"]
        "header" => keys.header = texts(key, input)?,
        // signature = "query:signature"
        "signature" => keys.signature = Some(text(key, input)?),
        // format = "t={timestamp},v1={signature}"
        "format" => keys.format = Some(text(key, input)?),
        // separator = " "
        "separator" => keys.separator = Some(text(key, input)?),
        // message = "{timestamp}.{body}", message = ["{url}{form:sorted}", "{url}"]
        "message" => keys.message = texts(key, input)?,
        // digest = "sha256:query:bodySHA256"
        "digest" => keys.digest = Some(text(key, input)?),
        // body = "json"
        "body" => keys.body = Some(text(key, input)?),
        // key = "base64"
        "key" => keys.key = Some(text(key, input)?),
        // key_prefix = "whsec_"
        "key_prefix" => keys.key_prefix = Some(text(key, input)?),
        // derive = "sha256"
        "derive" => keys.derive = Some(text(key, input)?),
        // timestamp(header = "x-timestamp", unit = "seconds", tolerance = "5m")
        "timestamp" => keys.timestamp = Some(timestamp(cx, key, input)?),
        // id = "/id", id = ["/id", "/event_id"]
        "id" => keys.id = texts(key, input)?,
        // event = "/type"
        "event" => keys.event = texts(key, input)?,
        // payload = "/data"
        "payload" => keys.payload = texts(key, input)?,
        // ack = 200
        "ack" => keys.ack = Some(number(key, input)?),
        // retries = "3d"
        "retries" => keys.retries = Some(text(key, input)?),
        // sources("203.0.113.7", "203.0.113.8")
        "sources" => keys.sources = sources(key, input)?,
        // weak = "the sender offers nothing better"
        "weak" => keys.weak = Some(text(key, input)?),
        // unsigned = "the sender signs the timestamp only"
        "unsigned" => keys.unsigned = Some(text(key, input)?),
        // handshake(method = "GET", ..), handshake((..), (..))
        "handshake" => keys.handshake = handshakes(cx, key, input)?,
        _ => return Ok(false),
    }
    Ok(true)
}

fn timestamp(cx: &Ctxt, key: &Key, input: ParseStream<'_>) -> syn::Result<TimestampKeys<Span>> {
    let content = parentheses(key, input)?;
    let mut keys = TimestampKeys {
        span: key.span,
        header: None,
        json: None,
        query: None,
        form: None,
        unit: None,
        tolerance: None,
    };
    read_entries(cx, &content, "`timestamp(..)`", TIMESTAMP_KEYS, &mut |key, input| {
        let slot = match key.name.as_str() {
            "header" => &mut keys.header,
            "json" => &mut keys.json,
            "query" => &mut keys.query,
            "form" => &mut keys.form,
            "unit" => &mut keys.unit,
            _ => &mut keys.tolerance,
        };
        *slot = Some(text(key, input)?);
        Ok(())
    });
    Ok(keys)
}

fn handshakes(
    cx: &Ctxt,
    key: &Key,
    input: ParseStream<'_>,
) -> syn::Result<Vec<HandshakeKeys<Span>>> {
    let content = parentheses(key, input)?;
    if !content.peek(syn::token::Paren) {
        return Ok(vec![handshake(cx, key, &content)]);
    }
    let mut several = Vec::new();
    while !content.is_empty() {
        let one;
        parenthesized!(one in content);
        several.push(handshake(cx, key, &one));
        if !content.is_empty() {
            content.parse::<syn::Token![,]>()?;
        }
    }
    Ok(several)
}

fn handshake(cx: &Ctxt, key: &Key, content: ParseStream<'_>) -> HandshakeKeys<Span> {
    let mut keys = HandshakeKeys::new(key.span);
    read_entries(cx, content, "`handshake(..)`", HANDSHAKE_KEYS, &mut |key, input| {
        match key.name.as_str() {
            "method" => keys.method = Some(text(key, input)?),
            "when" => keys.when = texts(key, input)?,
            "challenge" => keys.challenge = Some(text(key, input)?),
            "token" => keys.token = Some(text(key, input)?),
            "answer" => keys.answer = Some(text(key, input)?),
            "header" => keys.header = Some(text(key, input)?),
            "status" => keys.status = Some(number(key, input)?),
            _ => keys.unsigned = Some(text(key, input)?),
        }
        Ok(())
    });
    keys
}

fn sources(key: &Key, input: ParseStream<'_>) -> syn::Result<Vec<crate::entries::Text>> {
    let content = parentheses(key, input)?;
    if content.is_empty() {
        return Err(Error::new(key.span, format!("`sources` lists nothing: `{}`", key.example)));
    }
    list(key, &content)
}

fn parentheses<'a>(key: &Key, input: ParseStream<'a>) -> syn::Result<syn::parse::ParseBuffer<'a>> {
    if !input.peek(syn::token::Paren) {
        return Err(Error::new(
            key.span,
            format!("`{}` takes parentheses: `{}`", key.name, key.example),
        ));
    }
    let content;
    parenthesized!(content in input);
    Ok(content)
}
