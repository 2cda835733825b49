//! Templates, formats and durations as they are written: what each says, and the sentence for what says
//! nothing. The compile errors quote these sentences; here is every way that leads to one.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::unnecessary_wraps,
    reason = "a panic fails the test, and what is read stands beside what is refused"
)]

use std::time::Duration;

use webhook_grammar::{
    AlternativeKeys, Declaration, Format, FormatPart, Owned, Part, Piece, Spanned, Use,
    parse_duration, parse_template,
};

const ALL: [Use; 7] = [
    Use::Format,
    Use::Message,
    Use::Id,
    Use::EventType,
    Use::Reply,
    Use::Proof,
    Use::Acknowledgement,
];

fn list(separator: u8, items: &[(&str, FormatPart)]) -> Result<Format<Owned>, String> {
    let items = items.iter().map(|(prefix, part)| ((*prefix).to_owned(), *part)).collect();
    Ok(Format::List { separator, items })
}

fn whole(prefix: &str, suffix: &str) -> Result<Format<Owned>, String> {
    Ok(Format::Whole { prefix: prefix.to_owned(), suffix: suffix.to_owned() })
}

fn refused(sentence: &str) -> Result<Format<Owned>, String> {
    Err(sentence.to_owned())
}

/// What a template may have is what the sentence about others offers.
#[test]
fn every_use_takes_the_parts_that_it_names_and_no_other() {
    let mut names: Vec<&str> = ALL.iter().flat_map(|usage| usage.parts()).copied().collect();
    names.sort_unstable();
    names.dedup();
    // Where one digest is named, the others are meant as well; so are forms of the address.
    let kind = |name: &str| match name.split_once(':') {
        Some((digest, "body")) if digest.starts_with("sha") => "a digest".to_owned(),
        Some(("url", _)) => "url".to_owned(),
        _ => name.to_owned(),
    };
    for usage in ALL {
        for name in &names {
            let read = parse_template(&format!("{{{name}}}"), usage);
            let taken = usage.parts().iter().any(|part| kind(part) == kind(name));
            assert_eq!(read.is_ok(), taken, "{usage:?} {name}: {read:?}");
            if let Err(sentence) = read {
                let begins = format!("unknown placeholder `{{{name}}}` at column 1 of ");
                assert!(sentence.starts_with(&begins), "{sentence}");
            }
        }
    }
}

#[test]
fn text_and_parts_take_turns() {
    let text = |text: &str| Part::Text(text.to_owned());
    let read = |template: &str| parse_template(template, Use::Message);
    assert_eq!(read("{body}"), Ok(vec![Part::Body]));
    assert_eq!(read("a{body}b"), Ok(vec![text("a"), Part::Body, text("b")]));
    assert_eq!(read("{{{body}}}"), Ok(vec![text("{"), Part::Body, text("}")]));
    assert_eq!(read("{{}}"), Ok(vec![text("{}")]));
    assert_eq!(read("{body}{{{id}"), Ok(vec![Part::Body, text("{"), Part::Id]));
    assert_eq!(read("{header:X-A}"), Ok(vec![Part::Header("x-a".to_owned())]));
    let optional = Part::Optional(Box::new(Part::Field("a".to_owned())));
    assert_eq!(read("{form:a?}"), Ok(vec![optional]));
}

#[test]
fn mistakes_have_a_place_and_a_remedy() {
    for (template, sentence) in [
        ("", "a `message` cannot be empty"),
        ("ab}", "unmatched `}` at column 3 of `ab}`: a literal brace is written twice, `}}`"),
        (
            "{body}{",
            "unmatched `{` at column 7 of `{body}{`: a literal brace is written twice, `{{`",
        ),
        ("{header:}", "invalid header name `` in `{header:}`"),
        ("{form:}", "invalid field name ``: write it as it reads decoded"),
        ("{query:a\tb}", "invalid field name `a\tb`: write it as it reads decoded"),
        ("{body?}", "`{body}` is always there: write it without the question mark"),
        ("{form:sorted?}", "`{form:sorted}` is always there: write it without the question mark"),
    ] {
        assert_eq!(parse_template(template, Use::Message), Err(sentence.to_owned()));
    }
    let column = |template| parse_template(template, Use::Message).unwrap_err();
    assert!(
        column("é{bdoy}").starts_with("unknown placeholder `{bdoy}` at column 3 of a `message`")
    );
    // A header's value that is missing cannot be told from one that is empty, but in a message.
    let id = parse_template("{json:/a?}", Use::Id).unwrap_err();
    assert_eq!(id, "`{json:/a}` is always there: write it without the question mark");
}

#[test]
fn formats_of_one_part_are_whole() {
    for (template, format) in [
        ("{signature}", whole("", "")),
        ("a={signature}", whole("a=", "")),
        ("{signature};", whole("", ";")),
        ("<{{{signature}}}>", whole("<{", "}>")),
        ("{timestamp}", refused("`{timestamp}` has no `{signature}`: say where it is")),
        (
            "{signature},{signature}",
            refused(
                "`{signature},{signature}` has `{signature}` 2 times: write it once, repeated signatures of a list are all tried",
            ),
        ),
    ] {
        assert_eq!(Format::parse(template, None), format, "{template}");
    }
}

#[test]
fn formats_of_named_parts_are_lists() {
    use FormatPart::{Id, Signature, Timestamp};
    let t_and_v: &[(&str, FormatPart)] = &[("t=", Timestamp), ("v=", Signature)];
    for (template, separator, format) in [
        ("t={timestamp},v={signature}", None, list(b',', t_and_v)),
        ("t={timestamp} v={signature}", None, list(b' ', t_and_v)),
        ("t={timestamp}&v={signature}", None, list(b'&', t_and_v)),
        ("t={timestamp};  v={signature}", None, list(b';', t_and_v)),
        ("t={timestamp},v={signature},", None, list(b',', t_and_v)),
        ("t={timestamp}|v={signature}", Some(b'|'), list(b'|', t_and_v)),
        ("v={signature}", Some(b','), list(b',', &[("v=", Signature)])),
        ("{signature}", Some(b','), list(b',', &[("", Signature)])),
        (
            "v={signature},t={timestamp},i={id}",
            None,
            list(b',', &[("v=", Signature), ("t=", Timestamp), ("i=", Id)]),
        ),
    ] {
        assert_eq!(Format::parse(template, separator), format, "{template}");
    }
    for (template, separator, sentence) in [
        (
            "t={timestamp}v={signature}",
            None,
            "nothing separates the parts of `t={timestamp}v={signature}`: put `,`, `;`, `&` or a space between them",
        ),
        (
            "t={timestamp}{signature}",
            None,
            "nothing separates the parts of `t={timestamp}{signature}`: put `,`, `;`, `&` or a space between them",
        ),
        (
            "t={timestamp},v={signature};i={id}",
            None,
            "`t={timestamp},v={signature};i={id}` separates its parts in two ways: use one separator",
        ),
        (
            "t={timestamp}x,v={signature}",
            None,
            "`x` follows a part of `t={timestamp}x,v={signature}`: in a list a part ends its element",
        ),
        ("a,v={signature}", Some(b','), "`a` in `a,v={signature}` is an element without a part"),
        (
            "t={timestamp},v={signature}>",
            None,
            "`>` follows a part of `t={timestamp},v={signature}>`: in a list a part ends its element",
        ),
        (
            "t={timestamp},v={signature};",
            None,
            "`t={timestamp},v={signature};` separates its parts in two ways: use one separator",
        ),
        (
            "t={timestamp}{signature}",
            Some(b','),
            "two parts of `t={timestamp}{signature}` touch: put `,` between them",
        ),
        (
            "t={timestamp},u={timestamp},v={signature}",
            None,
            "`t={timestamp},u={timestamp},v={signature}` repeats a placeholder",
        ),
        (
            "t={timestamp},{signature}",
            None,
            "an element of `t={timestamp},{signature}` has no name: begin each with text of its own, as in `t={timestamp},v1={signature}`",
        ),
    ] {
        assert_eq!(Format::parse(template, separator), refused(sentence), "{template}");
    }
}

#[test]
fn formats_of_parts_in_their_order_are_sequences() {
    use Piece::{Any, Part, Text};
    let pieces = |separator, pieces: &[Piece<Owned>]| {
        Ok(Format::Sequence { separator, pieces: pieces.to_vec() })
    };
    let (timestamp, signature) = (Part(FormatPart::Timestamp), Part(FormatPart::Signature));
    let text = |text: &str| Text(text.to_owned());
    for (template, separator, format) in [
        (
            "{timestamp}.{signature}",
            None,
            pieces(None, &[timestamp.clone(), text("."), signature.clone()]),
        ),
        (
            "{id}:{signature}",
            Some(b','),
            pieces(Some(b','), &[Part(FormatPart::Id), text(":"), signature.clone()]),
        ),
        ("a{any}b{signature}", None, pieces(None, &[text("a"), Any, text("b"), signature.clone()])),
        (
            "{any}-{any}-{signature}",
            None,
            pieces(None, &[Any, text("-"), Any, text("-"), signature]),
        ),
        (
            "{timestamp}{signature}",
            None,
            refused("two parts of `{timestamp}{signature}` touch: put text between them"),
        ),
        (
            "{any}{signature}",
            None,
            refused("two parts of `{any}{signature}` touch: put text between them"),
        ),
        (
            "{timestamp}-{timestamp}-{signature}",
            None,
            refused("`{timestamp}-{timestamp}-{signature}` repeats a placeholder"),
        ),
    ] {
        assert_eq!(Format::parse(template, separator), format, "{template}");
    }
}

#[test]
fn formats_know_what_they_carry() {
    use FormatPart::{Id, Signature, Timestamp};
    for (template, carried) in [
        ("a={signature}", [true, false, false]),
        ("t={timestamp},v={signature}", [true, true, false]),
        ("i={id},v={signature}", [true, false, true]),
        ("{timestamp},{signature}", [true, true, false]),
        ("{id}.{any}.{signature}", [true, false, true]),
    ] {
        let format = Format::parse(template, None).unwrap();
        let found = [Signature, Timestamp, Id].map(|part| format.carries(part));
        assert_eq!(found, carried, "{template}");
    }
    assert_eq!(
        [Signature, Timestamp, Id].map(FormatPart::variant),
        ["Signature", "Timestamp", "Id"]
    );
}

/// What separates the elements is said once, in the first way or by its format.
#[test]
fn other_ways_are_lists_as_the_first_is() {
    let text = |value: &str| Some(Spanned { span: (), value: value.to_owned() });
    let separator_of = |format: &str, separator: &str| {
        let other = AlternativeKeys {
            algo: text("sha512"),
            format: text("b={signature}"),
            ..AlternativeKeys::new(())
        };
        let declaration = Declaration {
            algo: text("sha256"),
            header: text("x-signature").into_iter().collect(),
            format: text(format),
            separator: text(separator).filter(|separator| !separator.value.is_empty()),
            alternative: vec![other],
            ..Declaration::default()
        };
        match declaration.check(()).expect("coherent").alternatives.remove(0).format {
            Format::List { separator, .. } => Some(separator),
            Format::Sequence { separator, .. } => separator,
            Format::Whole { .. } => None,
        }
    };
    assert_eq!(separator_of("a={signature}", ""), None);
    assert_eq!(separator_of("a={signature}", " "), Some(b' '));
    assert_eq!(separator_of("{any}|{signature}", "&"), Some(b'&'));
    assert_eq!(separator_of("{any}|{signature}", ""), None);
}

#[test]
fn durations_are_whole_numbers_of_a_unit() {
    let wrong = |text: &str| {
        Err(format!(
            "`{text}` is not a duration: write a whole number and a unit, as in `90s`, `5m`, `14h` or `3d`"
        ))
    };
    for (text, duration) in [
        ("1s", Ok(Duration::from_secs(1))),
        ("2m", Ok(Duration::from_secs(120))),
        ("2h", Ok(Duration::from_secs(7_200))),
        ("2d", Ok(Duration::from_secs(172_800))),
        ("36600d", Ok(Duration::from_secs(3_162_240_000))),
        ("36601d", Err("`36601d` is longer than a century".to_owned())),
        ("3162240001s", Err("`3162240001s` is longer than a century".to_owned())),
        ("0m", Err("`0m` must be greater than zero: leave the key out instead".to_owned())),
        ("m", wrong("m")),
        ("5", wrong("5")),
        ("-5m", wrong("-5m")),
        ("5 m", wrong("5 m")),
        ("1h5m", wrong("1h5m")),
    ] {
        assert_eq!(parse_duration(text), duration, "{text}");
    }
}
