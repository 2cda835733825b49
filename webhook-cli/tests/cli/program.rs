//! Runs the program, and listens with it.

use std::{
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::PathBuf,
    process::{Child, ChildStdin, ChildStdout, Command, Output, Stdio},
};

use serde_json::Value;
use webhook_kit::{Scheme, providers};

/// A secret that every scheme can make a key of: text, hexadecimal, and base64.
pub(crate) const SECRET: &str = "6d1d475adef242e59a648335288ee80b";

/// Half of a pair of keys.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Half {
    Private,
    Public,
}

/// A key of the repository's, in PEM.
pub(crate) fn key(kind: &str, half: Half) -> String {
    let extension = match half {
        Half::Private => "pem",
        Half::Public => "pub",
    };
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/keys");
    let text = fs::read_to_string(format!("{folder}/{kind}-one.{extension}")).expect("a key");
    text.trim().to_owned()
}

/// The variables of the providers that sign with keys.
fn keys(half: Half) -> impl Iterator<Item = (String, String)> {
    let with_key = move |scheme: &'static Scheme| {
        let kind = match scheme.algorithm().as_str() {
            "ed25519" | "jwt-eddsa" => "ed25519",
            "jwt-es256" => "p256",
            word if word.starts_with("ecdsa-p256") => "p256",
            word if word.starts_with("rsa-") || word.starts_with("jwt-rs") => "rsa",
            _ => return None,
        };
        let name = scheme.name().to_ascii_uppercase().replace('-', "_");
        // What only an owner says stands before the key.
        let said = "owner's\n".repeat(scheme.owner_lines());
        Some((format!("{name}_WEBHOOK_SECRET"), format!("{said}{}", key(kind, half))))
    };
    providers::all().iter().filter_map(move |entry| with_key(entry.scheme))
}

/// The program as a sender, with nothing of the environment but secrets.
pub(crate) fn webhook() -> Command {
    with(Half::Private)
}

/// The program as a receiver.
pub(crate) fn receiver() -> Command {
    with(Half::Public)
}

fn with(half: Half) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_webhook"));
    command.env_clear().env("WEBHOOK_SECRET", SECRET).envs(keys(half)).stdin(Stdio::null());
    command
}

/// What is said on the command line for a delivery of a provider, where the usual one is none:
/// code that verifies has no declaration that would say what a body needs.
pub(crate) fn content(name: &str) -> Vec<&'static str> {
    match name {
        "adyen-payments" => {
            vec![
                "--data",
                r#"{"notificationItems":[{"NotificationRequestItem":{"eventCode":"A"}}]}"#,
            ]
        }
        "dropbox-sign" => vec![
            "--data",
            "--b\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n\
             {\"event\":{\"event_time\":\"5\",\"event_type\":\"x\"}}\r\n--b--\r\n",
        ],
        "wecom" => vec!["--data", "<xml><Encrypt><![CDATA[abc]]></Encrypt></xml>"],
        _ => Vec::new(),
    }
}

/// What became of a run.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("it was not killed"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// The one line of JSON that was printed.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error}: {:?} {:?}", self.out, self.err))
    }
}

/// Runs the program.
pub(crate) fn run(arguments: &[&str]) -> Ran {
    Ran::of(webhook().args(arguments).output().expect("the program runs"))
}

/// Runs it with something on standard input.
pub(crate) fn run_with(input: &[u8], arguments: &[&str]) -> Ran {
    let mut command = webhook();
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut stdin: ChildStdin = child.stdin.take().expect("a pipe");
    // It may end before it has read everything.
    let _ = stdin.write_all(input);
    drop(stdin);
    Ran::of(child.wait_with_output().expect("the program ends"))
}

/// `webhook listen`, until it is dropped.
pub(crate) struct Listener {
    child: Child,
    lines: BufReader<ChildStdout>,
    pub(crate) addresses: Value,
}

impl Listener {
    /// Listens for these providers; they are at their names, or anywhere if it is one.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut command = receiver();
        command.args(["listen", "--json", "--port", "0"]).args(arguments);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program runs");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe"));
        let first = read(&mut lines).expect("where it listens");
        Self { child, lines, addresses: first["listening"].clone() }
    }

    /// Where a provider's deliveries are taken.
    pub(crate) fn address(&self, provider: &str) -> String {
        self.addresses[provider].as_str().expect("a provider that is listened for").to_owned()
    }

    /// What is told of the next request; `None` when it has ended.
    pub(crate) fn next(&mut self) -> Option<Value> {
        read(&mut self.lines)
    }

    /// How it ended by itself.
    pub(crate) fn wait(mut self) -> i32 {
        self.child.wait().expect("it ends").code().expect("it was not killed")
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(lines: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut line = String::new();
    lines.read_line(&mut line).expect("a pipe");
    (!line.is_empty()).then(|| serde_json::from_str(&line).expect("a line of JSON"))
}

/// An empty folder of this test alone.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A file with this content, as an argument.
pub(crate) fn file(folder: &std::path::Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::write(&path, content).expect("a file");
    path.to_str().expect("UTF-8").to_owned()
}
