//! `webhook new-provider`: what it writes compiles and passes, and is read back.

use std::{fs, path::Path};

use crate::program::{folder, run, run_with};

/// What is written for these options. They stand in `generated` as modules, so that they are compiled
/// and their tests run; `WEBHOOK_BLESS=1` writes them anew.
const WRITTEN: &[(&str, &[&str])] = &[
    ("acme", &["--header", "x-acme-signature", "--docs", "https://example.com/webhooks"]),
    (
        "acme-pay",
        &[
            "--display-name",
            "Acme Pay",
            "--header",
            "acme-signature",
            "--format",
            "t={timestamp},v1={signature}",
            "--message",
            "{timestamp}.{body}",
            "--timestamp",
            "unit=seconds",
            "--timestamp",
            "tolerance=5m",
            "--id",
            "/id",
            "--event-type",
            "/type",
            "--payload",
            "/data",
            "--events",
            "order.paid,order.cancelled",
            "--ack",
            "200",
            "--retry-window",
            "3d",
        ],
    ),
    (
        "3d-forms",
        &[
            "--algo",
            "sha1",
            "--weak",
            "the sender offers nothing better",
            "--encoding",
            "base64",
            "--signature",
            "form:sig",
            "--message",
            "{form:order}:{form:amount}",
            "--unsigned",
            "the sender signs two fields",
            "--event-type",
            "header:x-event",
        ],
    ),
    (
        "acme-asks",
        &[
            "--header",
            "acme-signature",
            "--separator",
            " ",
            "--format",
            "v1,{signature}",
            "--secret-prefix",
            "whsec_",
            "--alternative",
            "algo=ed25519",
            "encoding=base64",
            "format=v1a,{signature}",
            "secret_prefix=whpk_",
            "--handshake",
            "when=json:/type=ping",
            "when=json:/id",
            "status=204",
            "--handshake",
            "method=GET",
            "verify_token=query:verify_token",
            "challenge=query:challenge",
            "answer={{\"challenge\":\"{challenge}\"}}",
            "refusal=404",
            "--ack",
            "200",
            "--ack-body",
            "OK",
        ],
    ),
    (
        "acme-tokens",
        &[
            "--algo",
            "jwt-hs256",
            "--header",
            "Authorization",
            "--format",
            "Bearer {signature}",
            "--jwt",
            "issuer=acme",
            "digest=sha256=sha256:body",
            "max_age=5m",
        ],
    ),
];

#[test]
fn what_is_written_is_what_compiles_here() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/generated");
    let folder = folder("new-provider");
    let to = folder.to_str().expect("UTF-8");
    for (name, options) in WRITTEN {
        let ran = run(&[&["new-provider", name, "--to", to, "--json"], *options].concat());
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        let file = ran.json()["file"].as_str().expect("a file").to_owned();
        let written = fs::read_to_string(&file).expect("a file");
        let kept = kept.join(Path::new(&file).file_name().expect("a name"));
        if std::env::var_os("WEBHOOK_BLESS").is_some() {
            fs::write(&kept, &written).expect("a file");
        }
        assert_eq!(
            written,
            fs::read_to_string(&kept).expect("WEBHOOK_BLESS=1 writes it"),
            "{name}"
        );
        // Nothing is overwritten.
        let again = run(&[&["new-provider", name, "--to", to], *options].concat());
        assert_eq!(again.code, 3, "{}", again.err);

        let toml =
            run(&[&["new-provider", name, "--to", to, "--as-toml", "--json"], *options].concat());
        let toml = toml.json()["file"].as_str().expect("a file").to_owned();
        let shown = run(&["--declarations", &toml, "show", name, "--toml"]);
        assert_eq!(shown.code, 0, "{name}: {}", shown.err);
    }
}

#[test]
fn what_no_option_says_is_asked_until_it_can_be_right() {
    let folder = folder("asked");
    let to = folder.to_str().expect("UTF-8");
    let answers = "\n\
        sha1\n\
        \n\
        the sender offers nothing better\n\
        x acme\n\
        X-Acme\n\
        hexx\n\
        \n\
        t={timestamp},v1={signature}\n\
        {timestamp}.{body}\n\
        seconds\n\
        5 minutes\n\
        5m\n\
        \n\
        /type\n\
        \n\
        \n";
    let arguments = ["new-provider", "acme", "--ask", "--as-toml", "--to", to];
    let ran = run_with(answers.as_bytes(), &arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for says in
        ["did you mean `hex`?", "`5 minutes` is not a duration", "That is weak. Why is it used?"]
    {
        assert!(ran.err.contains(says), "{says}: {}", ran.err);
    }
    assert_eq!(
        fs::read_to_string(folder.join("acme.toml")).expect("a file"),
        "[[provider]]\n\
         name = \"acme\"\n\
         algo = \"sha1\"\n\
         header = \"X-Acme\"\n\
         format = \"t={timestamp},v1={signature}\"\n\
         message = \"{timestamp}.{body}\"\n\
         timestamp = { unit = \"seconds\", tolerance = \"5m\" }\n\
         event_type = \"/type\"\n\
         weak = \"the sender offers nothing better\"\n"
    );
    let ended = run_with(b"\n", &arguments);
    assert_eq!(ended.code, 2, "{}", ended.err);
    assert!(ended.err.contains("the answers ended"), "{}", ended.err);
}

#[test]
fn every_problem_of_the_options_is_named_with_its_option() {
    for (options, says) in [
        (&["--header", "x", "--algo", "sha265"][..], "--algo: unknown algorithm `sha265`"),
        (&["--header", "x", "--algo", "md5"], "--algo: "),
        (&["--header", "x", "--ack", "many"], "--ack: "),
        (&["--algo", "sha256"], "`header` is missing"),
        (&["--header", "x", "--timestamp", "tolerance=5m"], "--timestamp: "),
        (
            &["--header", "x", "--handshake", "metod=GET"],
            "--handshake: unknown key `metod` in `--handshake`: did you mean `method`?",
        ),
        (
            &["--header", "x", "--handshake", "GET"],
            "--handshake: `GET` is not a key with a value, as in `method=GET`",
        ),
        (&["--header", "x", "--handshake", "method=GET", "status=many"], "--handshake: "),
        (&["--header", "x", "--alternative", "encoding=base64"], "--alternative: "),
        (&["--header", "x", "--jwt", "issuer=acme"], "--jwt: "),
        (&["--jwt", "issuer"], "as in `content=detached`"),
    ] {
        let ran = run(&[&["new-provider", "acme"], options].concat());
        assert_eq!(ran.code, 2, "{options:?}: {}", ran.err);
        assert!(ran.err.contains(says), "{options:?}: {}", ran.err);
    }
}
