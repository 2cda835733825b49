//! What has to hold between the keys of a declaration, key by key: what is coherent, and the sentence
//! for what is not.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a panic fails the test")]

use webhook_grammar::{
    Checked, ClaimDigest, Declaration, DigestText, Digested, JwtContent, Owned, Slot, Spanned,
};

/// A declaration with these keys; those of a list are written as `list.key`.
fn declare(keys: &[(&str, &str)]) -> Declaration<()> {
    let mut declaration = Declaration::default();
    for (key, value) in keys {
        let (list, inner) = key.split_once('.').unwrap_or((key, ""));
        let slot = declaration.slot(list).unwrap_or_else(|| panic!("no key {list}"));
        let slot = match slot {
            Slot::Keys(group) => group.last_or_add(()).slot(inner),
            slot => Some(slot),
        };
        let value = Spanned { span: (), value: (*value).to_owned() };
        match slot.unwrap_or_else(|| panic!("no key {key}")) {
            Slot::Text(text) => *text = Some(value),
            Slot::Texts(texts) | Slot::List(texts) => texts.push(value),
            Slot::Number(number) => {
                *number = Some(Spanned { span: (), value: value.value.parse().unwrap() });
            }
            other @ Slot::Keys(_) => panic!("{key}: {other:?}"),
        }
    }
    declaration
}

/// The sentences of what is wrong with a declaration of SHA-256 in a header with these keys beside.
fn problems(keys: &[(&str, &str)]) -> Vec<String> {
    let least = [("algo", "sha256"), ("header", "x-signature")];
    let declaration = declare(&[&least[..], keys].concat());
    let problems = declaration.check(()).err().unwrap_or_default();
    problems.into_iter().map(|problem| problem.sentence).collect()
}

fn checked(keys: &[(&str, &str)]) -> Checked<Owned> {
    declare(keys).check(()).unwrap()
}

#[test]
fn a_message_has_at_most_so_many_pointers() {
    let pointers = |count: usize, optional: usize| -> String {
        let plain = (0..count).map(|number| format!("{{json:/{number}}}"));
        let optional = (0..optional).map(|number| format!("{{json:/{number}?}}"));
        plain.chain(optional).chain(["{body}".to_owned()]).collect()
    };
    for (count, optional, fine) in [
        (32, 0, true),
        (33, 0, false),
        (0, 32, true),
        (0, 33, false),
        (16, 16, true),
        (16, 17, false),
    ] {
        let problems = problems(&[("message", &pointers(count, optional))]);
        let expected = "a message has at most 32 `{json:/pointer}` parts";
        let expected = if fine { vec![] } else { vec![expected.to_owned()] };
        assert_eq!(problems, expected, "{count} {optional}");
    }
}

/// A digest binds what stands in the body, and nothing else.
#[test]
fn a_digest_signs_a_timestamp_of_the_body_alone() {
    let digest = ("digest", "sha256:header:x-digest");
    let signed = ("message", "{method}{header:x-digest}");
    let times = [("timestamp.unit", "seconds"), ("timestamp.tolerance", "5m")];
    let unsigned = "the timestamp is not signed, so a tolerance protects nothing: add `{timestamp}` to `message`, or say `tolerance = \"none\"`";
    for (place, fine) in [
        (("timestamp.json", "/at"), true),
        (("timestamp.form", "at"), true),
        (("timestamp.header", "x-time"), false),
        (("timestamp.query", "at"), false),
    ] {
        let problems = problems(&[&[digest, signed, place][..], &times].concat());
        let expected = if fine { vec![] } else { vec![unsigned.to_owned()] };
        assert_eq!(problems, expected, "{place:?}");
    }
    let without = [("unsigned", "why"), ("message", "{method}"), ("timestamp.json", "/at")];
    assert_eq!(problems(&[&without[..], &times].concat()), [unsigned]);
}

#[test]
fn what_signs_nothing_or_is_code_is_not_asked_what_it_signs() {
    let token =
        declare(&[("algo", "token"), ("header", "x-token"), ("weak", "why"), ("unsigned", "why")]);
    let problems = token.check(()).unwrap_err();
    let sentences: Vec<&str> = problems.iter().map(|problem| &*problem.sentence).collect();
    assert_eq!(sentences, ["`token` signs nothing: remove `unsigned`"]);
    let code = Declaration { custom: Some(()), ..declare(&[("unsigned", "why")]) };
    assert!(code.check(()).is_ok());
}

#[test]
fn a_separator_is_one_character_that_signatures_lack() {
    for separator in [",", " ", ";", "|"] {
        let keys = [("format", "v1={signature}"), ("separator", separator)];
        assert_eq!(problems(&keys), [""; 0], "{separator:?}");
    }
    for separator in ["", "a", "Z", "0", "é", "\t", "\u{7f}", ",,"] {
        let keys = [("format", "v1={signature}"), ("separator", separator)];
        let sentence = format!(
            "`{separator}` is not a separator: it is one ASCII character, as in `,` or a space"
        );
        assert_eq!(problems(&keys), [sentence], "{separator:?}");
    }
}

#[test]
fn a_name_is_written_in_lower_case() {
    for (name, fine) in
        [("acme-2", true), ("", false), ("Acme", false), ("a_b", false), ("a b", false)]
    {
        assert_eq!(problems(&[("name", name)]).is_empty(), fine, "{name:?}");
    }
}

#[test]
fn a_claim_says_which_digest_it_holds_and_how() {
    let claim = |text: &str| {
        let keys = [("algo", "jwt-hs256"), ("header", "x-token"), ("jwt.digest", text)];
        let claim = checked(&keys).jwt.unwrap().digests.remove(0);
        (
            claim.digest == ClaimDigest::Sha512,
            claim.text == DigestText::Base64,
            claim.of == Digested::Url,
            claim.optional_if_empty,
        )
    };
    assert_eq!(claim("h=sha256:body"), (false, false, false, false));
    assert_eq!(claim("h=sha512:body"), (true, false, false, false));
    assert_eq!(claim("h=sha256-base64:body?"), (false, true, false, true));
    assert_eq!(claim("h=sha512-base64:body"), (true, true, false, false));
    let keys =
        [("algo", "jwt-hs256"), ("header", "x-token"), ("jwt.digest", "h=sha256-base64url:body")];
    let claim = checked(&keys).jwt.unwrap().digests.remove(0);
    assert_eq!((claim.digest, claim.text), (ClaimDigest::Sha256, DigestText::Base64Url));
}

/// A token that is the whole body is the delivery; one that stands beside it holds claims.
#[test]
fn where_a_token_stands_says_what_it_holds() {
    let content = |place: (&str, &str), more: &[(&str, &str)]| {
        let keys = [&[("algo", "jwt-hs256"), place][..], more].concat();
        checked(&keys).jwt.unwrap().content
    };
    let bound = [("jwt.digest", "h=sha256:body")];
    assert_eq!(content(("signature", "body"), &[]), JwtContent::Whole);
    assert_eq!(content(("signature", "query:token"), &bound), JwtContent::Claims);
    assert_eq!(content(("header", "x-token"), &bound), JwtContent::Claims);
    let detached = [("jwt.content", "detached")];
    assert_eq!(content(("signature", "query:token"), &detached), JwtContent::Detached);
}

#[test]
fn the_times_of_a_token_are_its_own() {
    let sentence =
        "a token has times of its own: remove `timestamp`, and say `max_age` in `jwt(..)`";
    let json = ("timestamp.json", "/at");
    let header = ("timestamp.header", "x-time");
    let bound = ("jwt.digest", "h=sha256:body");
    for (keys, fine) in [
        (&[("signature", "body"), json][..], true),
        (&[("signature", "body"), header], false),
        (&[("header", "x-token"), bound, json], false),
        (&[("header", "x-token"), bound, header], false),
    ] {
        let least = [("algo", "jwt-hs256"), ("timestamp.unit", "seconds")];
        let keys = [&least[..], &[("timestamp.tolerance", "5m")], keys].concat();
        let problems = declare(&keys).check(()).err().unwrap_or_default();
        let sentences: Vec<&str> = problems.iter().map(|problem| &*problem.sentence).collect();
        let expected: &[&str] = if fine { &[] } else { &[sentence] };
        assert_eq!(sentences, expected, "{keys:?}");
    }
}

/// Keys that are no whole declaration are read one by one.
#[test]
fn each_key_is_read_for_itself() {
    for (key, value, begins) in [
        ("timestamp.header", "a b", "invalid header name `a b`"),
        ("timestamp.json", "at", "`at` is not a JSON pointer"),
        ("timestamp.unit", "hours", "unknown unit `hours`"),
        ("timestamp.tolerance", "soon", "`soon` is not a duration"),
        ("timestamp.tolerance", "31d", "`31d` protects from nothing"),
        ("timestamp.on_retry", "same", "unknown time of a retry `same`"),
        ("alternative.algo", "sha25", "unknown algorithm `sha25`"),
        ("alternative.encoding", "hxe", "unknown encoding `hxe`"),
        ("alternative.secret_encoding", "text", "unknown form of a key `text`"),
        ("alternative.key_derivation", "sha3", "unknown derivation `sha3`"),
        ("alternative.format", "none", "`none`"),
        ("alternative.when", "nowhere=1", "`nowhere` is not a location"),
    ] {
        let problems = declare(&[(key, value)]).check_each(());
        let sentences: Vec<&str> = problems.iter().map(|problem| &*problem.sentence).collect();
        assert!(matches!(sentences[..], [one] if one.starts_with(begins)), "{key}: {sentences:?}");
    }
    assert!(
        declare(&[("timestamp.unit", "seconds"), ("alternative.algo", "ed25519")])
            .check_each(())
            .is_empty()
    );
}

#[test]
fn how_old_a_delivery_may_be_is_said() {
    let time = [("timestamp.header", "x-time"), ("timestamp.unit", "seconds")];
    let message = ("message", "{timestamp}.{body}");
    let with = |more: &[(&str, &str)]| problems(&[&time[..], &[message], more].concat());
    assert!(matches!(&with(&[])[..], [one] if one.contains("`tolerance` is missing")));
    for (tolerance, fine) in [("none", true), ("5m", true), ("30d", true), ("31d", false)] {
        assert_eq!(with(&[("timestamp.tolerance", tolerance)]).is_empty(), fine, "{tolerance}");
    }
    // What signs no time has none to compare.
    let token = [("algo", "token"), ("header", "x-token"), ("weak", "why")];
    assert!(declare(&[&token[..], &time].concat()).check(()).is_ok());
    // A time that nobody signs may be read, if it is not compared.
    let unsigned = [&time[..], &[("timestamp.tolerance", "none")]].concat();
    assert_eq!(problems(&unsigned), [""; 0]);
}

#[test]
fn a_retry_is_not_refused_for_the_time_of_the_first_attempt() {
    let with = |place: (&str, &str), tolerance: &str, more: &[(&str, &str)]| {
        let time = [place, ("timestamp.unit", "seconds"), ("timestamp.tolerance", tolerance)];
        let message = ("message", "{timestamp}.{body}");
        let keys = [&time[..], &[message, ("retry_window", "8h")], more].concat();
        problems(&keys).is_empty()
    };
    let (body, head) = (("timestamp.json", "/at"), ("timestamp.header", "x-time"));
    let (kept, renewed) = (("timestamp.on_retry", "kept"), ("timestamp.on_retry", "renewed"));
    for (place, tolerance, more, fine) in [
        (body, "5m", &[][..], false),
        (body, "8h", &[], true),
        (body, "479m", &[], false),
        (body, "none", &[], true),
        (body, "5m", &[renewed], true),
        (head, "5m", &[], true),
        (head, "5m", &[kept], false),
        (head, "9h", &[kept], true),
    ] {
        assert_eq!(with(place, tolerance, more), fine, "{place:?} {tolerance} {more:?}");
    }
}

/// Where nothing fixes the border between an id and its neighbour, one signature holds for many ids.
#[test]
fn an_id_has_fixed_borders_in_the_message() {
    let head = ("id", "header:x-id");
    let time_keys = |tolerance, unit| {
        [
            ("timestamp.header", "x-time"),
            ("timestamp.unit", unit),
            ("timestamp.tolerance", tolerance),
        ]
    };
    for (id, message, time, fine) in [
        (head, "{id}.{body}", None, true),
        (head, "{id}{body}", None, false),
        (head, "{body}{id}", None, false),
        (head, "{header:x-id}{body}", None, false),
        (head, "{body}.{header:x-other}{header:x-id}", None, false),
        (head, "{secret}{id}{secret}{body}", None, true),
        (head, "{id}{sha256:body}", None, true),
        (head, "{id}{crc32:body}.{body}", None, false),
        (head, "{id}{timestamp}{body}", Some(("5m", "seconds")), true),
        (head, "{header:x-id}{timestamp}{body}", Some(("5m", "seconds")), false),
        (head, "{timestamp}{header:x-id}.{body}", Some(("5m", "seconds")), true),
        (head, "{body}.{header:x-id}{timestamp}", Some(("5m", "seconds")), true),
        (head, "{id}{timestamp}{body}", Some(("5m", "auto")), false),
        (head, "{id}{timestamp}{body}", Some(("none", "seconds")), false),
        (("id", "/id"), "{url}{body}", None, true),
        (("id", "/id"), "{json:/at}{json:/id}.{body}", None, false),
        (("id", "{event_type}:{json:/id}"), "{json:/id}{json:/at}.{body}", None, false),
        (("id", "form:id"), "{url}{form:sorted}", None, false),
        (("id", "form:id"), "{form:id}&{form:sorted}", None, false),
        (("id", "form:id"), "{form:id}&{body}", None, true),
    ] {
        let mut keys = vec![id, ("message", message), ("event_type", "/type")];
        if let Some((tolerance, unit)) = time {
            keys.extend_from_slice(&time_keys(tolerance, unit));
        }
        let problems = problems(&keys);
        let expected = problems.iter().all(|one| one.contains("touches another part"));
        assert!(expected && problems.is_empty() == fine, "{id:?} {message} {problems:?}");
    }
}

#[test]
fn a_challenge_in_the_query_says_its_method() {
    let challenge =
        [("handshake.challenge", "query:challenge"), ("handshake.answer", "{challenge}")];
    let problems_of = |more: &[(&str, &str)]| problems(&[&challenge[..], more].concat());
    assert!(matches!(&problems_of(&[])[..], [one] if one.contains("add `method = \"GET\"`")));
    for method in ["GET", "POST"] {
        assert_eq!(problems_of(&[("handshake.method", method)]), [""; 0]);
    }
}

#[test]
fn a_pointer_with_a_dot_says_that_it_means_one() {
    for key in ["id", "event_type", "payload"] {
        let problems_of = |place: &str| problems(&[(key, place)]);
        let said = problems_of("/data.type");
        assert!(matches!(&said[..], [one] if one.contains("as in `/data/type`")), "{said:?}");
        assert_eq!(problems_of("json:/data.type"), [""; 0]);
    }
    let keys = [("algo", "sha256"), ("header", "x-signature"), ("id", "json:/a.b")];
    let written = checked(&[&keys[..], &[("payload", "json:/c.d")]].concat()).declaration();
    assert_eq!(written.id[0].value, "json:/a.b");
    assert_eq!(written.payload[0].value, "json:/c.d");
}

#[test]
fn an_alternative_is_another_way() {
    let way =
        |more: &[(&str, &str)]| problems(&[&[("alternative.algo", "sha256")][..], more].concat());
    let repeated = "this way is there already: say what differs, or remove this `alternative`";
    assert_eq!(way(&[]), [repeated]);
    assert_eq!(way(&[("alternative.when", "json:/version=2")]), [repeated]);
    assert_eq!(way(&[("alternative.encoding", "hex")]), [repeated]);
    assert_eq!(way(&[("alternative.encoding", "base64")]), [""; 0]);
}
