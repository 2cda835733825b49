use proptest::prelude::*;

use super::*;

fn last(body: &str) -> Result<(), JsonError> {
    let mut reader = Reader::new(body.as_bytes(), MOST_DEPTH)?;
    while reader.next()? != Token::End {}
    Ok(())
}

#[test]
fn the_grammar_is_that_of_rfc_8259() {
    let accepted = [
        "0",
        "-0",
        "10",
        "1.0",
        "1e5",
        "1E+05",
        "-1.5e-7",
        "true",
        "false",
        "null",
        "\"\"",
        "\" \u{7f}\u{2028}é\"",
        r#""\"\\\/\b\f\n\r\t\u00e9\uD800""#,
        "[]",
        "{}",
        " [ 1 , [ ] ] ",
        "\t{\r\n\"a\" : { } , \"\" : [ { } ] }\n",
        "[[],{}]",
    ];
    for body in accepted {
        assert_eq!(last(body), Ok(()), "{body}");
    }
    let refused = [
        ("01", 1),
        ("-a", 1),
        ("+1", 0),
        (".5", 0),
        ("1.e5", 2),
        ("1ee", 2),
        ("1.5.5", 3),
        ("0x1", 1),
        ("NaN", 0),
        ("tru ", 3),
        ("True", 0),
        ("nulll", 4),
        ("1 2", 2),
        ("'a'", 0),
        ("\"\t\"", 1),
        (r#""\x""#, 2),
        (r#""\u12g4""#, 5),
        ("[,]", 1),
        ("[1,]", 3),
        ("[1 2]", 3),
        ("[1}", 2),
        ("{\"a\":1]", 6),
        ("{,}", 1),
        ("{\"a\":1,}", 7),
        ("{a:1}", 1),
        ("{\"a\"}", 4),
        ("{\"a\":}", 5),
        ("{\"a\" 1}", 5),
        ("{1:1}", 1),
        ("[]]", 2),
        ("\u{feff}1", 0),
        ("\u{a0}1", 0),
        ("1\u{c}", 1),
        ("/**/1", 0),
    ];
    for (body, offset) in refused {
        let error = last(body).unwrap_err();
        assert!(error.is_syntax(), "{body}: {error}");
        assert_eq!(error.offset(), offset, "{body}");
    }
    for body in [
        "",
        " ",
        "-",
        "1.",
        "1e",
        "1e-",
        "nul",
        "\"a",
        "\"\\",
        "\"\\u00",
        "[",
        "[1",
        "[1,",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "[[]",
        "{\"a\":{}",
    ] {
        let error = last(body).unwrap_err();
        assert!(error.is_truncated(), "{body}: {error}");
        assert_eq!(error.offset(), body.len(), "{body}");
    }
}

#[test]
fn each_kind_of_container_closes_as_it_was_opened() {
    // Crosses the words in which the nesting is kept, in patterns of both kinds.
    for pattern in ["[", "{", "[{", "{[[", "[[{{[", "{{{{{{{["] {
        let kinds: Vec<char> = pattern.chars().cycle().take(MOST_DEPTH).collect();
        let mut body = String::new();
        for (index, &kind) in kinds.iter().enumerate() {
            body.push(kind);
            if kind == '{' && index + 1 < MOST_DEPTH {
                body.push_str("\"\":");
            }
        }
        let opened = body.len();
        body.extend(kinds.iter().rev().map(|&kind| if kind == '[' { ']' } else { '}' }));
        assert_eq!(last(&body), Ok(()), "{pattern}");
        for wrong in opened..body.len() {
            let mut broken = body.clone().into_bytes();
            broken[wrong] = if broken[wrong] == b']' { b'}' } else { b']' };
            let error = last(std::str::from_utf8(&broken).unwrap()).unwrap_err();
            assert_eq!(error.offset(), wrong, "{pattern}");
        }
    }
    let error = last(&"[".repeat(MOST_DEPTH + 1)).unwrap_err();
    assert!(error.is_too_deep());
    assert_eq!(error.offset(), MOST_DEPTH);
}

#[test]
fn the_end_of_plain_text_is_found_at_every_place() {
    // 0x80 and 0xff must not be taken for control characters, nor may what
    // borrows from a special byte hide or add one below it.
    for around in [0x20, 0x21, 0x23, 0x5b, 0x5d, 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
        for special in (0..0x20).chain([b'"', b'\\']) {
            for length in 0..20 {
                for at in 0..length {
                    let mut bytes = vec![around; length];
                    bytes[at] = special;
                    assert_eq!(plain(&bytes), at, "{special:#x} among {around:#x}");
                }
                assert_eq!(plain(&vec![around; length]), length);
            }
        }
    }
}

/// [`skip::to_end`], one byte after the other.
fn end_of(bytes: &[u8]) -> Option<usize> {
    let (mut open, mut in_string, mut escaped) = (1, false, false);
    for (at, byte) in bytes.iter().enumerate() {
        let behind_backslash = std::mem::take(&mut escaped);
        match byte {
            b'\\' => escaped = !behind_backslash,
            b'"' if !behind_backslash => in_string = !in_string,
            b'[' | b'{' if !in_string => open += 1,
            b']' | b'}' if !in_string => {
                open -= 1;
                if open == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// With bytes that differ in one bit from those that count.
const PIECES: &[&str] = &[
    "\"",
    "\\",
    "\\\"",
    "{",
    "[",
    "}",
    "]",
    "{\"a\":[1,{}]},",
    "aaaaaaaaaaaaaaaaaaaaaaaaa",
    "\u{2}#^\u{1b};\u{6fd}\u{6db}",
];

proptest! {
    /// Over several blocks.
    #[test]
    fn a_container_ends_where_it_does_byte_by_byte(
        pieces in prop::collection::vec(
            prop::sample::select(PIECES),
            0..90,
        ),
    ) {
        let text = pieces.concat();
        let bytes = text.as_bytes();
        prop_assert_eq!(skip::to_end(bytes), end_of(bytes));
    }
}
