//! What is said of files with mistakes: where, and in the words of the compile errors.

use std::{fs, path::Path};

use webhook_kit::declared::{from_toml, parse_toml};

fn problems(file: &str) -> Vec<String> {
    match parse_toml(file) {
        Ok(read) => panic!("{} providers: {file}", read.len()),
        Err(error) => error.to_string().lines().map(str::to_owned).collect(),
    }
}

/// The texts of every compile error that is recorded.
fn recorded() -> String {
    let mut all = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/provider")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "stderr") {
                all.push_str(&fs::read_to_string(path).expect("a text"));
            }
        }
    }
    all
}

/// One mistake each, at the place to mend.
const LIKE_THE_COMPILER: &[(&str, &str)] = &[
    (
        "alog = 'sha256'",
        "4:1: unknown key `alog` in `[[provider]]`: did you mean `algo`? Expected `algo`, `alternative`, `ack`, `ack_body`, `ack_header`, `ack_within` or another",
    ),
    ("name = 'b'", "4:1: duplicate key `name` in `[[provider]]`: remove one of them"),
    (
        "timestamp = { unti = 'seconds' }\nformat = 't={timestamp},v1={signature}'",
        "4:15: unknown key `unti` in `timestamp`: did you mean `unit`? Expected `header`, `json`, `query`, `form`, `unit`, `tolerance` or `on_retry`",
    ),
    (
        "encoding = 'hxe'",
        "4:12: unknown encoding `hxe`: did you mean `hex`? Expected `hex`, `hex-upper`, `base64`, `base64url`, `base64-escaped` or `base64-of-hex`",
    ),
    ("ack = 500", "4:7: `500` is not a success status: `ack` is a status code from 200 to 299"),
    ("ack = -1", "4:7: `ack` must be a whole number: `ack = 200`"),
    ("ack = '200'", "4:7: `ack` must be a whole number: `ack = 200`"),
    (
        "format = 5",
        "4:10: `format` must be a string in quotes: `format = \"t={timestamp},v1={signature}\"`",
    ),
    ("id = []", "4:6: `id` must not be empty: `id = \"/id\"`"),
    (
        "message = '{timestmap}.{body}'",
        "4:11: unknown placeholder `{timestmap}` at column 1 of a `message`: did you mean `{timestamp}`? Expected `{timestamp}`, `{body}`, `{id}`, `{method}`, `{path}`, `{query}` or another",
    ),
    ("weak = 'why'", "4:8: `sha256` is not weak: remove `weak`"),
    (
        "retry_window = '3 days'",
        "4:16: `3 days` is not a duration: write a whole number and a unit, as in `90s`, `5m`, `14h` or `3d`",
    ),
    (
        "message = '{id}'",
        "4:11: `{id}` does not contain `{body}`: add it, or say `unsigned = \"why\"`",
    ),
];

#[test]
fn mistakes_are_named_as_the_compiler_names_them() {
    let recorded = recorded();
    for (line, expected) in LIKE_THE_COMPILER {
        let mut file =
            format!("[[provider]]\nname = 'a'\nheader = 'x-signature'\n{line}\nalgo = 'sha256'\n");
        if line.starts_with("alog") {
            file = file.replace("algo = ", "docs = ");
        }
        let said = problems(&file);
        assert!(said.contains(&(*expected).to_owned()), "{said:#?}\n{file}");
        // The same sentence is recorded of some attribute: only names of keys and values differ.
        let (_, sentence) = expected.split_once(": ").expect("a place");
        let rule: Vec<&str> =
            sentence.split('`').step_by(2).map(str::trim).filter(|text| text.len() > 8).collect();
        assert!(!rule.is_empty(), "{sentence}");
        for words in rule {
            assert!(recorded.contains(words), "no compile error says `{words}`");
        }
    }
}

#[test]
fn what_only_files_can_get_wrong() {
    for (file, expected) in [
        ("", "1:1: no provider is declared: begin each with `[[provider]]`"),
        (
            "algo = 'sha256'\n",
            "1:1: `algo` is outside of a provider: begin each with `[[provider]]`",
        ),
        ("provider = 5\n", "1:12: `provider` must be a table: `[[provider]]`"),
        (
            "[[provider]]\nalgo = 'sha256'\nheader = 'a'\n",
            "1:1: `name` is missing: say what the provider is called, as in `name = \"acme\"`",
        ),
        (
            "[[provider]]\nname = 'a'\nalgo = 'sha256'\nheader = 'a'\nevents = ['x', 'x']\n",
            "5:16: duplicate event `x`",
        ),
        (
            "[[provider]]\nname = 'a'\nalgo = 'sha256'\nheader = 'a'\nevents = 'x'\n",
            "5:10: `events` must be a list of strings: `events = [\"payment.made\", \"payment.failed\"]`",
        ),
        (
            "[[provider]]\nname = 'a'\nalgo = 'sha256'\nheader = 'a'\ntimestamp = 'x-time'\n",
            "5:13: `timestamp` must be a table: `timestamp = { header = \"x-timestamp\", unit = \"seconds\", tolerance = \"5m\" }`",
        ),
        ("[[provider]]\nname = 'ä'\nalgo = 'é'", "3:8: unknown algorithm `é`: expected"),
        ("[[provider]]\nname = \n", "2:8: "),
    ] {
        let said = problems(file);
        assert!(said.iter().any(|line| line.starts_with(expected)), "{said:#?}\n{file}");
    }
}

#[test]
fn every_mistake_is_reported_at_once_in_the_order_of_the_file() {
    let file = "\
[[provider]]
name = 'acme'
algo = 'sha265'
header = 'a b'
timestamp = { unit = 'seconds', unit = 'auto' }

[[provider]]
name = 'bolt'
algo = 'sha256'

[[provider]]
name = 'ok'
algo = 'sha256'
header = 'x'
[[provider]]
name = 'ok'
algo = 'sha256'
header = 'x'
algo = 'sha512'
handshake = [{ metod = 'GET' }, { method = 'GET', method = 'HEAD' }]
";
    assert_eq!(
        problems(file),
        [
            "3:8: unknown algorithm `sha265`: did you mean `sha256`? Expected `sha256`, `sha1`, `sha384`, `sha512`, `md5`, `hash-md5` or another",
            "4:10: invalid header name `a b`: letters, digits and `-`, without a colon",
            "5:33: duplicate key `unit` in `timestamp`: remove one of them",
            "7:1: `header` is missing: say which header carries the signature, as in `header = \"x-signature\"`",
            "19:1: duplicate key `algo` in `[[provider]]`: remove one of them",
            "20:1: every delivery would be this handshake: say what tells it apart, as in `when = \"json:/type=ping\"`",
            "20:16: unknown key `metod` in `handshake`: did you mean `method`? Expected `method`, `when`, `challenge`, `verify_token`, `answer`, `header`, `proof`, `status`, `refusal` or `unsigned`",
            "20:51: duplicate key `method` in `handshake`: remove one of them",
        ]
    );
}

#[test]
fn a_name_stands_for_one_provider() {
    let one = "[[provider]]\nname = 'a'\nalgo = 'sha256'\nheader = 'x'\n";
    assert_eq!(
        problems(&format!("{one}\n{one}")),
        ["7:8: `a` is a duplicate provider: remove one of them"]
    );
    let another = one.replace("'a'", "'b'");
    assert_eq!(from_toml(&format!("{one}\n{another}")).expect("two").len(), 2);
    assert_eq!(from_toml(&one.replace("[[provider]]", "[provider]")).expect("one").len(), 1);
}

/// As its author would write it who reads that GitHub's `X-GitHub-Delivery` names a delivery.
#[test]
fn an_id_in_a_header_that_nobody_signs_is_refused_with_what_else_there_is() {
    let file = include_str!("unsigned_id.toml");
    assert_eq!(
        problems(file),
        [
            "7:6: `header:x-github-delivery` is not signed: remove `id`, and what is signed, without the time, identifies a \
          delivery; or trust it where the endpoint is made, `.trust_unsigned_id(\"x-github-delivery\")?`, \
          which lets whoever has a delivery repeat it under another id"
        ]
    );
    let without = file.replace("id = \"header:X-GitHub-Delivery\"\n", "");
    assert_eq!(parse_toml(&without).expect("no mistake").len(), 1);
}
