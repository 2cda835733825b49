use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::*;

/// The raw text of each wanted value.
fn find<'b>(body: &'b str, wanted: &[&[&str]]) -> Result<Vec<Option<&'b str>>, JsonError> {
    let mut found = vec![None; wanted.len()];
    locate(body.as_bytes(), wanted, &mut found)?;
    Ok(found.into_iter().map(|range| body.get(range?)).collect())
}

/// The same where a value is decoded later.
fn pass<'b>(
    body: &'b str,
    wanted: &[&[&str]],
    unread: Unread,
) -> Result<Vec<Option<&'b str>>, JsonError> {
    let mut found = vec![None; wanted.len()];
    locate_around(body.as_bytes(), wanted, &mut found, unread, &mut |_, _| None)?;
    Ok(found.into_iter().map(|range| body.get(range?)).collect())
}

#[test]
fn values_are_found_at_any_depth_and_without_blanks() {
    let body = " { \"a\" : [ 1 , { \"b\" : \"x\" } , [ ] ] , \"\" : null,\"c/~d\":{\"a\":true} } ";
    let wanted: [&[&str]; 12] = [
        &[],
        &["a"],
        &["a", "0"],
        &["a", "1"],
        &["a", "1", "b"],
        &["a", "2"],
        &[""],
        &["c/~d", "a"],
        &["a", "3"],
        &["a", "1", "b", "0"],
        &["", "a"],
        &["a"],
    ];
    let array = r#"[ 1 , { "b" : "x" } , [ ] ]"#;
    assert_eq!(
        find(body, &wanted).unwrap(),
        [
            Some(body.trim()),
            Some(array),
            Some("1"),
            Some(r#"{ "b" : "x" }"#),
            Some(r#""x""#),
            Some("[ ]"),
            Some("null"),
            Some("true"),
            None,
            None,
            None,
            Some(array),
        ]
    );
    assert_eq!(find(" 1.50 ", &[&[], &["a"]]).unwrap(), [Some("1.50"), None]);
}

#[test]
fn keys_are_compared_decoded() {
    let body = r#"{"\u0061\/\ud83d\ude00": 1, "\ud83d": 2, "a": 3, "\n": 4}"#;
    let wanted: [&[&str]; 4] = [&["a/\u{1f600}"], &["\\ud83d"], &["a"], &["\n"]];
    assert_eq!(find(body, &wanted).unwrap(), [Some("1"), None, Some("3"), Some("4")]);
}

#[test]
fn indices_are_canonical() {
    let body = "[[0,1,2,3,4,5,6,7,8,9,10]]";
    let wanted: [&[&str]; 8] = [
        &["0", "10"],
        &["0", "2"],
        &["0", "01"],
        &["0", "-"],
        &["0", ""],
        &["0", "+1"],
        &["0", "11"],
        &["0", "99999999999999999999999"],
    ];
    let found = find(body, &wanted).unwrap();
    assert_eq!(found, [Some("10"), Some("2"), None, None, None, None, None, None]);
    // In an object the same segments are keys.
    assert_eq!(find(r#"{"01":1,"-":2}"#, &[&["01"], &["-"]]).unwrap(), [Some("1"), Some("2")]);
}

#[test]
fn repeated_keys_on_a_wanted_path_are_refused() {
    let wanted: [&[&str]; 2] = [&["data", "id"], &["list", "1", "a"]];
    for (body, offset) in [
        (r#"{"data":{"id":1,"id":1}}"#, 16),
        (r#"{"data":{"id":1,"\u0069d":2}}"#, 16),
        (r#"{"data":0,"data":{"id":1}}"#, 10),
        (r#"{"list":[{"a":1,"a":1},{"a":1,"b":2,"a":3}]}"#, 36),
    ] {
        let mut found = [Some(0..1), Some(0..1)];
        let error = locate(body.as_bytes(), &wanted, &mut found).unwrap_err();
        assert!(error.is_duplicate(), "{body}");
        assert_eq!(error.offset(), offset, "{body}");
        assert_eq!(found, [None, None], "{body}");
    }
    for body in [
        r#"{"other":1,"other":{"id":1,"id":2},"data":{"id":{"x":1,"x":2}}}"#,
        r#"{"list":[{"a":1,"a":1},{"a":{"b":1,"b":2}},{"a":1,"a":1}]}"#,
        r#"{"id":1,"id":2,"data":{"data":1,"data":2},"list":{"2":1,"2":2}}"#,
    ] {
        find(body, &wanted).expect(body);
    }
}

#[test]
fn the_whole_body_is_checked_whatever_is_wanted() {
    for wanted in [&[][..], &[&["a"][..]]] {
        assert!(find(r#"{"a":1} x"#, wanted).unwrap_err().is_syntax());
        assert!(find(r#"{"a":1,"b":[{"c":01}]}"#, wanted).unwrap_err().is_syntax());
        assert!(find(r#"{"a":1,"b":[{"c":1}]"#, wanted).unwrap_err().is_truncated());
        let error = locate(b"{\"a\":1,\"b\":\"\xff\"}", wanted, &mut [None]).unwrap_err();
        assert!(error.is_utf8());
        assert_eq!(error.offset(), 12);
    }
}

#[test]
fn depth_and_pointers_are_bounded() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let path = ["0"; LOCATE_DEPTH];
    let deepest = nested(LOCATE_DEPTH);
    let wanted: [&[&str]; 2] = [&path[1..], &path];
    assert_eq!(find(&deepest, &wanted).unwrap(), [Some("[]"), None]);
    assert!(find(&nested(LOCATE_DEPTH + 1), &wanted).unwrap_err().is_too_deep());
    assert!(find(&nested(LOCATE_DEPTH + 1), &[]).unwrap_err().is_too_deep());

    let wanted: [&[&str]; MAX_POINTERS + 1] = [&["a"]; MAX_POINTERS + 1];
    let most = &wanted[..MAX_POINTERS];
    assert_eq!(find(r#"{"a":1}"#, most).unwrap(), [Some("1"); MAX_POINTERS]);
    assert!(find("{}", &wanted).unwrap_err().is_too_many_pointers());
    assert!(locate(b"{}", &wanted[..2], &mut [None]).unwrap_err().is_too_many_pointers());
    let mut more = [Some(1..2), Some(1..2)];
    locate(b"{}", &[&[]], &mut more).unwrap();
    assert_eq!(more, [Some(0..2), None]);
}

#[test]
fn text_is_that_of_scalars() {
    let read = |raw: &'static str| text(raw.as_bytes());
    assert!(matches!(read(r#""plain é""#), Some(Cow::Borrowed("plain é"))));
    let escaped = read(r#""\u0041\n\"\\\/\b\f\r\t\ud83d\ude00 end""#).unwrap();
    assert_eq!(escaped, "A\n\"\\/\u{8}\u{c}\r\t\u{1f600} end");
    for literal in ["-0.10e+5", "0", "true", "false"] {
        assert_eq!(read(literal).as_deref(), Some(literal));
    }
    for none in [
        "null",
        "{}",
        "[]",
        "[1]",
        "",
        "1 2",
        "01",
        "x",
        "\"",
        r#""\ud83d""#,
        r#""\ude00\ud83d""#,
        r#""\ud83d\n""#,
    ] {
        assert_eq!(read(none), None, "{none}");
    }
    assert_eq!(text(b"\"\xff\""), None);
}

#[test]
fn what_is_unread_need_not_be_json_and_the_rest_must() {
    let wanted: [&[&str]; 2] = [&["event"], &["data"]];
    let [nothing, at, all] = [Unread::Nothing, Unread::At(1), Unread::All];
    let no_json = r#"{"data":{"a":[}, x "]\"}" },"event":"paid"}"#;
    assert!(pass(no_json, &wanted, nothing).is_err());
    for unread in [at, all] {
        let found = pass(no_json, &wanted, unread).unwrap();
        assert_eq!(found, [Some(r#""paid""#), Some(r#"{"a":[}, x "]\"}" }"#)]);
    }
    for body in [
        r#"{"data":{},"event":x}"#,
        r#"{"data":{"a":1],"event":"paid"}"#,
        r#"{"data":{"a":"},"event":"paid"}"#,
        r#"{"data":{},"event":"paid"}}"#,
        r#"{"data":{},"event":"paid","event":"paid"}"#,
        r#"{"data":{},"event":"paid","data":{}}"#,
    ] {
        assert!(pass(body, &wanted, at).is_err(), "{body}");
        assert!(pass(body, &wanted, all).is_err(), "{body}");
    }
    let beside = r#"{"data":{},"meta":{"a":x},"event":"paid"}"#;
    assert!(pass(beside, &wanted, at).is_err());
    assert!(pass(beside, &wanted, all).is_ok(), "the whole document is decoded later");
    for (text, of_unread) in [
        ("{\"data\":{\"a\":\"\u{1}\"},\"event\":\"paid\"}", [true, true]),
        ("{\"data\":\"\u{1}\",\"event\":\"paid\"}", [true, true]),
        ("{\"data\":{},\"meta\":{\"a\":\"\u{1}\"},\"event\":\"paid\"}", [false, true]),
        ("{\"meta\":\"\u{1}\",\"event\":\"paid\"}", [false, true]),
    ] {
        let bytes: Vec<u8> = text.bytes().map(|byte| if byte == 1 { 0xff } else { byte }).collect();
        let utf8 = |unread| {
            locate_around(&bytes, &wanted, &mut [None, None], unread, &mut |_, _| None).is_ok()
        };
        assert!(!utf8(nothing), "{text:?}");
        assert_eq!([utf8(at), utf8(all)], of_unread, "{text:?}");
    }
    // How deep it is nested is the decoder's to bound; who reads it bounds it here.
    for depth in [LOCATE_DEPTH - 1, LOCATE_DEPTH, 10_000] {
        let body = format!(r#"{{"data":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
        assert!(pass(&body, &wanted, at).is_ok());
        assert_eq!(pass(&body, &wanted, nothing).is_ok(), depth < LOCATE_DEPTH);
    }
}

fn end_of_value(text: &str) -> usize {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    values.next().unwrap().unwrap();
    values.byte_offset()
}

#[test]
fn a_value_is_taken_with_what_was_found_before_it() {
    let wanted: [&[&str]; 3] = [&["event"], &["id"], &["data"]];
    let body = br#"{"event":"paid","data":{"a":1},"id":7}"#;
    let take_of = |length| {
        let mut shown = Vec::new();
        let mut found = [None, None, None];
        let mut take = |found: &[Option<Range<usize>>], start| {
            shown.push((found.to_vec(), start));
            length
        };
        let located = locate_around(body, &wanted, &mut found, Unread::At(2), &mut take);
        // The value has begun, and nobody knows yet where it ends.
        assert_eq!(shown, [(vec![Some(9..15), None, Some(23..23)], 23)]);
        located.map(|()| found)
    };
    let all = [Some(9..15), Some(36..37), Some(23..30)];
    assert_eq!(take_of(Some(7)), Ok(all.clone()));
    assert_eq!(take_of(None), Ok(all), "it is passed over");
    for length in [0, 1, 2, 6, 8, 15, 16, 100, usize::MAX] {
        assert!(take_of(Some(length)).is_err(), "{length} bytes end in no bracket of this value");
    }
}

/// A document that remembers how it is written and which keys repeat.
#[derive(Clone, Debug)]
enum Doc {
    Scalar(String),
    Array(Vec<Doc>),
    Object(Vec<(char, bool, Doc)>),
}

impl Doc {
    fn write(&self, blank: &str, out: &mut String) {
        out.push_str(blank);
        match self {
            Doc::Scalar(text) => out.push_str(text),
            Doc::Array(elements) => {
                out.push('[');
                for (index, element) in elements.iter().enumerate() {
                    out.push_str(if index == 0 { blank } else { "," });
                    element.write(blank, out);
                }
                out.push(']');
            }
            Doc::Object(members) => {
                out.push('{');
                for (index, (key, escaped, value)) in members.iter().enumerate() {
                    out.push_str(if index == 0 { blank } else { "," });
                    let key = if *escaped {
                        format!("\\u{:04x}", u32::from(*key))
                    } else {
                        key.to_string()
                    };
                    out.extend([blank, "\"", &key, "\"", blank, ":"]);
                    value.write(blank, out);
                }
                out.push('}');
            }
        }
        out.push_str(blank);
    }

    /// Whether a key on this path repeats in one of its objects.
    fn repeats(&self, path: &[&str]) -> bool {
        let Some((segment, rest)) = path.split_first() else {
            return false;
        };
        match self {
            Doc::Scalar(_) => false,
            Doc::Array(elements) => array_index(segment.as_bytes())
                .and_then(|index| elements.get(index as usize))
                .is_some_and(|element| element.repeats(rest)),
            Doc::Object(members) => {
                let mut named = members.iter().filter(|(key, ..)| key.to_string() == *segment);
                let first = named.next();
                named.next().is_some() || first.is_some_and(|(.., value)| value.repeats(rest))
            }
        }
    }
}

fn doc() -> impl Strategy<Value = Doc> {
    let scalar = prop_oneof![
        Just("null"),
        Just("true"),
        Just("-1.5"),
        Just("0"),
        Just("\"\""),
        Just(r#""a,]}\"""#),
        Just("{}"),
        Just("[]"),
    ];
    let leaf = scalar.prop_map(|text| Doc::Scalar(text.to_owned()));
    leaf.prop_recursive(6, 60, 5, |inner| {
        let key = prop::sample::select(vec!['a', 'b', '0', '1', '~', 'é', '-', 'c', 'd']);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Doc::Array),
            prop::collection::vec((key, any::<bool>(), inner), 0..4).prop_map(Doc::Object),
        ]
    })
}

fn paths() -> impl Strategy<Value = Vec<Vec<&'static str>>> {
    let segment = prop::sample::select(vec!["a", "b", "0", "1", "~", "é", "-", "00", "2"]);
    prop::collection::vec(prop::collection::vec(segment, 0..5), 0..MAX_POINTERS)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn locating_agrees_with_a_parsed_tree(doc in doc(), paths in paths(), blank in "[ \t\r\n]{0,2}") {
        let mut body = String::new();
        doc.write(&blank, &mut body);
        let wanted: Vec<&[&str]> = paths.iter().map(Vec::as_slice).collect();
        let found = find(&body, &wanted);
        if wanted.iter().any(|path| doc.repeats(path)) {
            prop_assert!(found.is_err_and(|error| error.is_duplicate()));
            return Ok(());
        }
        let found = found.unwrap();
        let tree: Value = serde_json::from_str(&body).unwrap();
        for (path, raw) in paths.iter().zip(found) {
            let pointer =
                path.iter().fold(String::new(), |all, segment| all + "/" + &segment.replace('~', "~0"));
            let expected = tree.pointer(&pointer);
            let parsed = raw.map(|raw| serde_json::from_str::<Value>(raw).unwrap());
            prop_assert_eq!(parsed.as_ref(), expected);
            prop_assert_eq!(raw, raw.map(str::trim));
            let expected_text = match expected {
                Some(Value::String(text)) => Some(text.clone()),
                Some(scalar @ (Value::Bool(_) | Value::Number(_))) => Some(scalar.to_string()),
                _ => None,
            };
            let read = raw.and_then(|raw| text(raw.as_bytes()));
            prop_assert_eq!(read.as_deref(), expected_text.as_deref());
        }
    }

    #[test]
    fn what_is_accepted_is_what_serde_json_accepts(text in "[\\[\\]{}\",:\\\\u0-2a-bt.eE+ -]{0,24}") {
        // serde_json refuses lone surrogates and numbers beyond a double, which
        // are no matter of grammar.
        let skipped = serde_json::from_str::<Box<serde_json::value::RawValue>>(&text);
        prop_assert_eq!(find(&text, &[]).is_ok(), skipped.is_ok());
    }

    #[test]
    fn an_unread_value_is_where_a_read_one_is(
        doc in doc(),
        mut paths in paths(),
        at in 0..MAX_POINTERS,
        blank in "[ \t]{0,90}",
        long in prop::sample::select(vec!["a", r"\\", r#"\""#, r"\n{", "[]{}", "é"]),
        times in 0_usize..90,
    ) {
        let mut body = String::new();
        doc.write(&blank, &mut body);
        // Strings, and backslashes within them, across the blocks that are looked at together.
        let body = body.replace(r#""a,]}\"""#, &format!(r#""a,]}}\"{}""#, long.repeat(times)));
        paths.push(Vec::new());
        let wanted: Vec<&[&str]> = paths.iter().map(Vec::as_slice).collect();
        let wanted = &wanted[..wanted.len().min(MAX_POINTERS)];
        let read = find(&body, wanted);
        for unread in [Unread::Nothing, Unread::All, Unread::At(at % wanted.len())] {
            prop_assert_eq!(&pass(&body, wanted, unread), &read, "{:?}", unread);
        }
        // Somebody else reads the value and says where it ends.
        let mut found = vec![None; wanted.len()];
        let mut take = |_: &[_], start| Some(end_of_value(body.get(start..).unwrap()));
        let unread = Unread::At(at % wanted.len());
        let taken = locate_around(body.as_bytes(), wanted, &mut found, unread, &mut take);
        let taken = taken.map(|()| found.into_iter().map(|range| body.get(range?)).collect());
        prop_assert_eq!(&taken, &read);
    }

    /// What is passed over and then decoded by `serde_json` is as good as read.
    #[test]
    fn what_passes_unread_is_read_or_cannot_be_decoded(
        inner in "[\\[\\]{}\",:\\\\u0-2a-bt.eE+ -]{0,24}",
        blank in "[ \t]{0,90}",
    ) {
        let body = format!(r#"{{"id":1,"data":{{"a":{blank}{inner}}},"event":"a"}}"#);
        let wanted: [&[&str]; 3] = [&["event"], &["id"], &["data"]];
        let read = find(&body, &wanted);
        for (unread, is_payload) in [(Unread::At(2), true), (Unread::All, false)] {
            let Ok(found) = pass(&body, &wanted, unread) else {
                prop_assert!(read.is_err());
                continue;
            };
            let decoded = if is_payload { found[2].unwrap() } else { &body };
            if serde_json::from_str::<&serde_json::value::RawValue>(decoded).is_ok() {
                prop_assert_eq!(read.as_ref(), Ok(&found));
            } else {
                prop_assert!(read.is_err());
            }
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..48)) {
        let _ = locate(&bytes, &[&["a"], &["0", "0"]], &mut [None, None]);
        let _ = text(&bytes);
    }
}
