//! Tests as files: a body, and what is expected of it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::{
    run::Answer,
    sender::{Genuine, Sender},
    tamper::Tamper,
};
use crate::{
    endpoint::Endpoint, error::SetupError, grammar::parse_duration, handler::Handler, keys::Secrets,
};

/// What ends the name of a file that says what is expected.
const EXPECTED: &str = ".expected.json";

/// A folder of tests: bodies of deliveries, each with what is expected to become of it.
///
/// Beside `invoice.paid.json`, any body, stands `invoice.paid.expected.json`:
///
/// ```json
/// { "outcome": "handled", "status": 200, "event": "invoice.paid", "id": "evt_1" }
/// ```
///
/// `outcome` is a word of [`Outcome::as_str`](crate::Outcome::as_str); the other keys may be left out.
/// `send` says how the delivery differs from a genuine one that was just sent:
///
/// ```json
/// { "send": { "tamper": "body-byte" }, "outcome": "rejected", "status": 401 }
/// ```
///
/// with `event` and `id` (where they do not stand in the body), `age` (as in `"10m"`) and `tamper`
/// (the name of a [`Tamper`]). Several files can share a body: `invoice.paid.stale.expected.json`
/// is about `invoice.paid.json`, unless there is an `invoice.paid.stale.json`.
///
/// One line makes a test of a folder, `webhook_kit::fixtures!`; [`Fixtures::check`] is what it
/// calls.
#[derive(Debug)]
pub struct Fixtures {
    folder: PathBuf,
    sender: Sender,
}

#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    #[serde(default, skip_serializing_if = "Send::is_plain")]
    send: Send,
    outcome: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Send {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    age: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tamper: Option<String>,
}

impl Send {
    fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// A file that says what is expected, and the body that it is about.
struct Fixture {
    name: String,
    expected: PathBuf,
    body: PathBuf,
}

impl Fixtures {
    /// The fixtures of a folder, sent by a provider.
    pub fn new(folder: impl Into<PathBuf>, sender: Sender) -> Self {
        Self { folder: folder.into(), sender }
    }

    /// Sends every fixture to an endpoint of its own, and compares. Each is reported by its name.
    ///
    /// With the environment variable `WEBHOOK_BLESS` set, what becomes of each is written down as
    /// what is expected instead, also for bodies of which nothing is expected yet.
    ///
    /// # Panics
    ///
    /// If something else became of a fixture, if one cannot be read, or if there is none.
    pub async fn check<H, S>(
        &self,
        endpoint: impl Fn(Secrets) -> Result<Endpoint<H, S>, SetupError>,
    ) where
        H: Handler<State = S>,
        S: std::marker::Send + Sync + 'static,
    {
        let bless = std::env::var_os("WEBHOOK_BLESS").is_some();
        let fixtures = self.find(bless).unwrap_or_else(|why| fail(&why));
        let mut failures = Vec::new();
        for fixture in &fixtures {
            let result = match endpoint(self.sender.secret().into()) {
                Ok(endpoint) => self.run(fixture, &endpoint, bless).await,
                Err(error) => Err(error.to_string()),
            };
            println!(
                "fixture {} ... {}",
                fixture.name,
                if result.is_ok() { "ok" } else { "FAILED" }
            );
            if let Err(why) = result {
                failures.push(format!("fixture {}: {why}", fixture.name));
            }
        }
        if !failures.is_empty() {
            let (failed, all) = (failures.len(), fixtures.len());
            fail(&format!("{failed} of {all} fixtures:\n{}", failures.join("\n")));
        }
    }

    async fn run<H, S>(
        &self,
        fixture: &Fixture,
        endpoint: &Endpoint<H, S>,
        bless: bool,
    ) -> Result<(), String>
    where
        H: Handler<State = S>,
        S: std::marker::Send + Sync + 'static,
    {
        let body = read(&fixture.body)?;
        let expected = match fs::read(&fixture.expected) {
            Ok(text) => serde_json::from_slice(&text)
                .map_err(|error| format!("{}: {error}", fixture.expected.display()))?,
            Err(_) if bless => Expected::default(),
            Err(error) => return Err(format!("{}: {error}", fixture.expected.display())),
        };
        let request = self.request(&expected.send, body.into())?;
        let answer = self.sender.send(request, endpoint).await;
        if bless {
            let mut text = serde_json::to_string_pretty(&seen(&expected, &answer))
                .map_err(|error| error.to_string())?;
            text.push('\n');
            return fs::write(&fixture.expected, text).map_err(|error| error.to_string());
        }
        compare(&expected, &answer)
    }

    fn request(&self, send: &Send, body: Bytes) -> Result<http::Request<Bytes>, String> {
        let mut genuine: Genuine = self.sender.body(body);
        if let Some(event) = &send.event {
            genuine = genuine.event(event);
        }
        if let Some(id) = &send.id {
            genuine = genuine.id(id);
        }
        if let Some(age) = &send.age {
            let at = genuine.signed_at().checked_sub(parse_duration(age)?);
            genuine = genuine.at(at.ok_or_else(|| format!("`{age}` ago was before all time"))?);
        }
        let Some(tamper) = &send.tamper else { return Ok(genuine.request()) };
        let tamper: Tamper = tamper.parse().map_err(|error| format!("{error}"))?;
        let tampered = genuine.tampered(tamper);
        let why = || format!("`{tamper}` cannot be done to this provider's delivery of this body");
        Ok(tampered.ok_or_else(why)?.request)
    }

    fn find(&self, bless: bool) -> Result<Vec<Fixture>, String> {
        let why = |error| format!("{}: {error}", self.folder.display());
        let mut names: Vec<String> = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(why)? {
            let entry = entry.map_err(why)?;
            if entry.path().is_file() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        let (expected, bodies): (Vec<_>, Vec<_>) =
            names.iter().partition(|name| name.ends_with(EXPECTED));
        let stem = |body: &str| body.rsplit_once('.').map_or(body, |(stem, _)| stem).to_owned();
        let mut fixtures = Vec::new();
        for file in expected {
            let name = file.strip_suffix(EXPECTED).unwrap_or(file);
            // The body whose name is the longest beginning of this one.
            let body = bodies
                .iter()
                .filter(|body| {
                    name.strip_prefix(&stem(body))
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                })
                .max_by_key(|body| body.len())
                .ok_or_else(|| format!("`{file}` expects something of a body that is not there"))?;
            fixtures.push(self.fixture(name, body));
        }
        for body in &bodies {
            let name = stem(body);
            if fixtures.iter().any(|fixture| fixture.body == self.folder.join(body)) {
                continue;
            }
            if !bless {
                return Err(format!(
                    "nothing is expected of `{body}`: write `{name}{EXPECTED}`, or have it written with `WEBHOOK_BLESS=1`"
                ));
            }
            fixtures.push(self.fixture(&name, body));
        }
        if fixtures.is_empty() {
            return Err(format!("{}: there is no fixture", self.folder.display()));
        }
        Ok(fixtures)
    }

    fn fixture(&self, name: &str, body: &str) -> Fixture {
        Fixture {
            name: name.to_owned(),
            expected: self.folder.join(format!("{name}{EXPECTED}")),
            body: self.folder.join(body),
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn seen(expected: &Expected, answer: &Answer) -> Expected {
    Expected {
        send: expected.send.clone(),
        outcome: answer.outcome.to_owned(),
        status: Some(answer.status().as_u16()),
        event: answer.event.clone(),
        id: answer.id.clone(),
    }
}

fn compare(expected: &Expected, answer: &Answer) -> Result<(), String> {
    let seen = seen(expected, answer);
    let mut differences = Vec::new();
    let mut differ = |what: &str, expected: &str, seen: &str| {
        if expected != seen {
            differences.push(format!("{what} is `{seen}`, expected `{expected}`"));
        }
    };
    differ("the outcome", &expected.outcome, &seen.outcome);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    if let Some(status) = expected.status {
        differ("the status", &status.to_string(), &answer.status().as_u16().to_string());
    }
    if expected.event.is_some() {
        differ("the event", &text(&expected.event), &text(&seen.event));
    }
    if expected.id.is_some() {
        differ("the id", &text(&expected.id), &text(&seen.id));
    }
    if differences.is_empty() {
        return Ok(());
    }
    let why = answer.rejection.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
    Err(format!("{}{why}", differences.join(", ")))
}

#[allow(clippy::panic, reason = "a test that fails panics")]
#[track_caller]
fn fail(why: &str) -> ! {
    panic!("{why}")
}
