//! Arguments, exit codes, colours, and what is said to whoever gets them wrong.

use std::io::Read as _;
use std::process::Stdio;

use crate::program::{SECRET, file, folder, run, webhook};

#[test]
fn providers_are_listed_and_filtered() {
    let names = |arguments: &[&str]| -> Vec<String> {
        let ran = run(&[&["providers", "--json"], arguments].concat());
        let name = |line: &str| {
            let provider: serde_json::Value = serde_json::from_str(line).expect("JSON");
            provider["name"].as_str().expect("a name").to_owned()
        };
        ran.out.lines().map(name).collect()
    };
    let all = names(&[]);
    assert_eq!(all.len(), webhook_kit::providers::all().len());
    assert!(all.is_sorted());
    assert_eq!(names(&["--header", "Goodstack-Signature"]), ["goodstack"]);
    assert!(names(&["--algo", "sha512"]).contains(&"fincra".to_owned()));
    assert!(!names(&["--algo", "sha512"]).contains(&"ascend".to_owned()));
    assert_eq!(names(&["payout.successful"]), ["fincra"]);
    assert!(names(&["nothing of the kind"]).is_empty());
    assert_eq!(run(&["providers", "nothing of the kind"]).code, 1);
}

#[test]
fn a_provider_of_a_file_is_one_like_any() {
    let folder = folder("declarations");
    let toml =
        run(&["show", "ascend", "--toml"]).out.replace("name = \"ascend\"", "name = \"acme\"");
    let path = file(&folder, "acme.toml", &toml);
    let signed =
        run(&["--declarations", &path, "sign", "acme", "--data", "{}", "--at", "1700000000"]);
    let catalogued = run(&["sign", "ascend", "--data", "{}", "--at", "1700000000"]);
    assert_eq!((signed.code, &signed.out), (0, &catalogued.out), "{}", signed.err);
    assert!(signed.out.contains("x-ascend-signature: t=1700000000,v1="), "{}", signed.out);

    let wrong = file(&folder, "wrong.toml", toml.replace("algo =", "alog ="));
    let refused = run(&["--declarations", &wrong, "providers"]);
    assert_eq!(refused.code, 3);
    assert!(
        refused.err.starts_with("error: unknown key `alog` in `[[provider]]`"),
        "{}",
        refused.err
    );
    assert!(refused.err.contains("wrong.toml:"), "{}", refused.err);
}

#[test]
fn a_declaration_that_is_shown_is_read_back() {
    let folder = folder("read-back");
    for entry in webhook_kit::providers::all() {
        let name = entry.scheme.name();
        let shown = run(&["show", name, "--toml"]);
        // What code verifies, no file can say.
        if shown.code == 2 {
            continue;
        }
        let path = file(&folder, &format!("{name}.toml"), &shown.out);
        let again = run(&["--declarations", &path, "show", name, "--toml"]);
        assert_eq!((again.code, again.out), (0, shown.out), "{name}: {}", again.err);
    }
}

#[test]
fn every_provider_is_shown_in_words() {
    for entry in webhook_kit::providers::all() {
        let shown = run(&["show", entry.scheme.name()]);
        assert_eq!(shown.code, 0, "{}", shown.err);
        assert!(shown.out.contains(entry.scheme.display_name()), "{}", shown.out);
        assert!(shown.out.contains("signed with"), "{}", shown.out);
        let others = entry.scheme.alternatives().len();
        assert_eq!(shown.out.matches("or signed with  ").count(), others, "{}", shown.out);
        assert!(entry.events.iter().all(|event| shown.out.contains(event)), "{}", shown.out);
    }
}

/// What the functions do is shown where there is Python: `tests/outside/python.py`.
#[test]
fn a_function_is_written_or_it_is_said_why_not() {
    let mut count = 0;
    for entry in webhook_kit::providers::all() {
        let shown = run(&["show", entry.scheme.name(), "--python"]);
        if shown.code == 0 {
            assert!(shown.out.contains("hmac.compare_digest("), "{}", shown.out);
            count += 1;
        } else {
            assert_eq!(shown.code, 2, "{}", shown.err);
            assert!(shown.err.contains("no function is written for"), "{}", shown.err);
        }
    }
    assert!(count >= 5);
    let folder = folder("python");
    let hostile = "[[provider]]\nname = 'a'\nalgo = 'sha256'\nheader = 'x-a'\n\
         format = 'a\"){signature}'\nmessage = '\"\"\"+__import__(\"os\"){body}'\n";
    let path = file(&folder, "hostile.toml", hostile);
    let shown = run(&["--declarations", &path, "show", "a", "--python"]);
    assert_eq!(shown.code, 0, "{}", shown.err);
    assert!(shown.out.contains(r#""\"\"\"+__import__(\"os\")".encode() + body"#), "{}", shown.out);
}

#[test]
fn mistakes_are_named_with_their_remedy_and_their_code() {
    let without_secret = || {
        let mut command = webhook();
        command.env_remove("WEBHOOK_SECRET");
        command
    };
    for (arguments, code, says) in [
        (&["show", "fincrra"][..], 2, "did you mean `fincra`?"),
        (&["show", "nobody"], 2, "--declarations"),
        (&["sign", "fincra"], 4, "FINCRA_WEBHOOK_SECRET"),
        (&["sign", "fincra", "--secret-env", "NOT_SET"], 4, "NOT_SET"),
        (&["sign", "fincra", "--secret", " "], 4, "blank"),
        (&["sign", "fincra", "--secret", "a", "--secret", "b"], 2, "one secret"),
        (&["sign", "fincra", "--secret", "a", "--sample", "payout"], 2, "payout.successful"),
        (&["sign", "fincra", "--secret", "a", "--at", "yesterday"], 2, "2026-01-02T03:04:05Z"),
        (
            &["sign", "fincra", "--secret", "a", "--data", "{}", "--header", "x"],
            2,
            "x-request-id: 7",
        ),
        (&["send", "fincra", "localhost:3000", "--secret", "a"], 2, "http://"),
        (&["send", "fincra", "http://127.0.0.1:1", "--secret", "a"], 5, "is the server running"),
        (&["send", "fincra", "http://127.0.0.1:1", "--rate", "5"], 2, "--repeat"),
        (&["listen", "fincra", "--secret", "a", "--bind", "203.0.113.1"], 5, "cannot listen"),
        (&["listen"], 2, "PROVIDER"),
    ] {
        let ran = without_secret().args(arguments).output().expect("the program runs");
        let err = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(ran.status.code(), Some(code), "{arguments:?}: {err}");
        assert!(err.contains(says), "{arguments:?}: {err}");
        // clap's own sentences stay as they are.
        let json =
            without_secret().arg("--json").args(arguments).output().expect("the program runs");
        let err = String::from_utf8_lossy(&json.stderr);
        let line = err.lines().last().unwrap_or_default();
        if let Ok(told) = serde_json::from_str::<serde_json::Value>(line) {
            assert_eq!(told["exit"], code, "{arguments:?}: {err}");
        } else {
            assert_eq!(code, 2, "{arguments:?}: {err}");
        }
    }
}

#[test]
fn an_event_that_nobody_knows_is_sent_with_a_warning() {
    let ran = run(&["sign", "fincra", "--event", "payout.sucessful", "--http"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains(r#""event":"payout.sucessful""#), "{}", ran.out);
    assert!(ran.err.contains("did you mean `payout.successful`?"), "{}", ran.err);
    assert!(run(&["sign", "fincra", "--event", "payout.successful", "--http"]).err.is_empty());
}

#[test]
fn a_secret_in_an_argument_is_warned_of_and_never_shown() {
    let ran = run(&["sign", "fincra", "--data", "{}", "--secret", "hunter2-hunter2"]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.starts_with("warning: a secret in an argument"), "{}", ran.err);
    assert!(!ran.err.contains("hunter2") && !ran.out.contains("hunter2"));
    let quiet = run(&["sign", "fincra", "--data", "{}"]);
    assert!(quiet.err.is_empty(), "{}", quiet.err);
    assert!(!quiet.out.contains(SECRET));
}

#[test]
fn colours_are_for_terminals_or_whoever_asks() {
    assert!(!run(&["show", "fincra"]).out.contains('\u{1b}'));
    assert!(run(&["show", "fincra", "--color", "always"]).out.contains('\u{1b}'));
    assert!(!run(&["show", "fincra", "--color", "never"]).out.contains('\u{1b}'));
}

#[test]
fn whoever_reads_a_part_only_is_no_failure() {
    let mut child = webhook()
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let status = child.wait().expect("it ends");
    let mut err = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut err).expect("UTF-8");
    assert_eq!((status.code(), err.as_str()), (Some(0), ""));
}

#[test]
fn every_shell_is_given_the_commands_and_two_the_providers() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = run(&["completions", shell]);
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains("listen"), "{shell}");
        // The others complete no values of arguments that have no name.
        assert_eq!(ran.out.contains("goodstack"), ["bash", "zsh"].contains(&shell), "{shell}");
    }
}
