//! Bodies that were changed before they were verified.

use std::{fmt::Write as _, io};

use base64ct::{Base64, Encoding as _};
use serde::Serialize as _;
use serde_json::{
    Value,
    ser::{Formatter, PrettyFormatter, Serializer},
};
use webhook_kit::{
    explain::{BodyChange, Cause, JsonLayout, JsonTexts},
    grammar::JwtContent,
};

use super::{Provider, Table, all};

/// Python's separators.
struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        to: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first { Ok(()) } else { to.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        to: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first { Ok(()) } else { to.write_all(b", ") }
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, to: &mut W) -> io::Result<()> {
        to.write_all(b": ")
    }
}

fn written(json: &[u8], formatter: impl Formatter) -> Vec<u8> {
    let value: Value = serde_json::from_slice(json).expect("JSON");
    let mut to = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut to, formatter)).expect("written");
    to
}

fn compact(json: &[u8]) -> Vec<u8> {
    let value: Value = serde_json::from_slice(json).expect("JSON");
    value.to_string().into()
}

fn indented(by: &'static [u8]) -> impl Fn(&[u8]) -> Vec<u8> {
    move |json| written(json, PrettyFormatter::with_indent(by))
}

/// Everything but ASCII escaped, as Python does; slashes too, as PHP does.
fn escaped(json: &[u8], slashes: bool) -> Vec<u8> {
    let mut to = String::new();
    for c in std::str::from_utf8(json).expect("UTF-8").chars() {
        match c {
            '/' if slashes => to.push_str("\\/"),
            c if c.is_ascii() => to.push(c),
            c => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(to, "\\u{unit:04x}").expect("written");
                }
            }
        }
    }
    to.into()
}

fn go(json: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(json).expect("UTF-8");
    text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026").into()
}

fn latin1(text: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(text).expect("UTF-8").replace(['😀', '€'], "");
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect()
}

fn of_latin1(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().copied().map(char::from).collect::<String>().into()
}

fn unchanged(body: &[u8]) -> Vec<u8> {
    body.to_vec()
}

type Form = Box<dyn Fn(&[u8]) -> Vec<u8>>;

/// What the sender signs, what arrives, and what is said of it.
struct Row(&'static str, Form, Form, BodyChange);

fn of_any_body() -> Vec<Row> {
    let row = |what, signed: fn(&[u8]) -> Vec<u8>, arrives: fn(&[u8]) -> Vec<u8>, change| {
        Row(what, Box::new(signed), Box::new(arrives), change)
    };
    vec![
        row("LF added", unchanged, |b| [b, b"\n"].concat(), BodyChange::LineEndAdded),
        row("CRLF added", unchanged, |b| [b, b"\r\n"].concat(), BodyChange::LineEndAdded),
        row(
            "LF stripped",
            |b| [b, b"\n"].concat(),
            |b| b.strip_suffix(b"\n").unwrap_or(b).to_vec(),
            BodyChange::LineEndStripped,
        ),
        row(
            "CRLF stripped",
            |b| [b, b"\r\n"].concat(),
            |b| b.strip_suffix(b"\r\n").unwrap_or(b).to_vec(),
            BodyChange::LineEndStripped,
        ),
        row(
            "a byte order mark added",
            unchanged,
            |b| [b"\xef\xbb\xbf", b].concat(),
            BodyChange::ByteOrderMarkAdded,
        ),
        row(
            "a byte order mark stripped",
            |b| [b"\xef\xbb\xbf", b].concat(),
            |b| b.strip_prefix(b"\xef\xbb\xbf").unwrap_or(b).to_vec(),
            BodyChange::ByteOrderMarkStripped,
        ),
        row(
            "quoted",
            unchanged,
            |b| Value::from(String::from_utf8_lossy(b)).to_string().into(),
            BodyChange::Quoted,
        ),
        row("in base64", unchanged, |b| Base64::encode_string(b).into(), BodyChange::InBase64),
    ]
}

fn of_json() -> Vec<Row> {
    let reserialised = |signed, texts| BodyChange::Reserialised { signed, texts };
    let laid_out = |signed| reserialised(signed, JsonTexts::AsTheyCame);
    let row = |what, signed: Form, arrives: Form, change| Row(what, signed, arrives, change);
    let form = |form: fn(&[u8]) -> Vec<u8>| -> Form { Box::new(form) };
    vec![
        row(
            "LF to CRLF",
            Box::new(indented(b"  ")),
            form(|b| String::from_utf8_lossy(b).replace('\n', "\r\n").into()),
            BodyChange::LineEndsChanged,
        ),
        row(
            "CRLF to LF",
            form(|b| {
                let pretty = indented(b"  ")(b);
                String::from_utf8_lossy(&pretty).replace('\n', "\r\n").into()
            }),
            form(|b| String::from_utf8_lossy(b).replace("\r\n", "\n").into()),
            BodyChange::LineEndsChanged,
        ),
        row("indented", form(compact), Box::new(indented(b"  ")), laid_out(JsonLayout::Compact)),
        row(
            "spaced to compact",
            form(|b| written(b, Spaced)),
            form(compact),
            laid_out(JsonLayout::Spaced),
        ),
        row(
            "two blanks to compact",
            form(|b| [&indented(b"  ")(b)[..], b"\n"].concat()),
            form(compact),
            laid_out(JsonLayout::Indented(2)),
        ),
        row(
            "four blanks to compact",
            Box::new(indented(b"    ")),
            form(compact),
            laid_out(JsonLayout::Indented(4)),
        ),
        row(
            "tabs to compact",
            Box::new(indented(b"\t")),
            form(compact),
            laid_out(JsonLayout::Tabs),
        ),
        row(
            "Python to JavaScript",
            form(|b| escaped(&written(b, Spaced), false)),
            form(compact),
            reserialised(JsonLayout::Spaced, JsonTexts::Ascii),
        ),
        row(
            "PHP to JavaScript",
            form(|b| escaped(&compact(b), true)),
            form(compact),
            BodyChange::Escapes { signed: JsonTexts::AsciiAndSlashes },
        ),
        row(
            "JavaScript to PHP",
            form(compact),
            form(|b| escaped(b, true)),
            BodyChange::Escapes { signed: JsonTexts::Plain },
        ),
        row(
            "Go to JavaScript",
            form(|b| go(&compact(b))),
            form(compact),
            BodyChange::Escapes { signed: JsonTexts::Html },
        ),
        row(
            "numbers",
            form(|b| String::from_utf8_lossy(&compact(b)).replace("\"zz\":1", "\"zz\":100").into()),
            form(|b| String::from_utf8_lossy(b).replace("\"zz\":100", "\"zz\" : 1.00e2").into()),
            laid_out(JsonLayout::EcmaScript),
        ),
        row("Latin-1 to UTF-8", form(latin1), form(of_latin1), BodyChange::FromLatin1),
        row(
            "UTF-8 to Latin-1",
            form(|b| of_latin1(&latin1(b))),
            form(latin1),
            BodyChange::ToLatin1,
        ),
        row(
            "UTF-8 twice",
            form(|b| of_latin1(&latin1(b))),
            form(of_latin1),
            BodyChange::EncodedTwice,
        ),
        row(
            "UTF-8 twice, by Windows",
            form(|b| String::from_utf8_lossy(b).replace(['😀', 'é'], "").into()),
            form(|b| String::from_utf8_lossy(b).replace('€', "â‚¬").into()),
            BodyChange::EncodedTwice,
        ),
    ]
}

#[test]
fn bodies_that_were_changed() {
    let mut table = Table::default();
    // Where the token is the delivery, no body is sent that a proxy could change.
    let is_in_token = |provider: &Provider| {
        provider.scheme.jwt().is_some_and(|token| token.content == JwtContent::Whole)
    };
    for provider in all().into_iter().filter(|provider| !is_in_token(provider)) {
        let text = String::from_utf8(provider.body.to_vec()).expect("text");
        // Something of everything that others write otherwise.
        let with_text = text
            .strip_prefix('{')
            .filter(|_| text != "{}")
            .map(|rest| compact(format!("{{\"z\":\"é€😀 / <a&b>\",\"zz\":1,{rest}").as_bytes()));
        let rows = of_any_body().into_iter().map(|row| (provider.body.to_vec(), row));
        let json =
            with_text.iter().flat_map(|body| of_json().into_iter().map(|row| (body.clone(), row)));
        for (body, Row(what, signed, arrives, change)) in rows.chain(json) {
            let Some(request) = provider.sent(&provider.own(), signed(&body)) else { continue };
            // Where a token is the whole body, there is no JSON to change.
            let sent = request.body().strip_prefix(b"\xef\xbb\xbf").unwrap_or(request.body());
            if body.starts_with(b"{") && !sent.trim_ascii_start().starts_with(b"{") {
                continue;
            }
            let request = request.map(|body| arrives(&body).into());
            let owner = provider.owner(provider.secret);
            table.row(what, &provider, &owner, request, |cause| *cause == Cause::Body { change });
        }
    }
    table.holds(60);
}
