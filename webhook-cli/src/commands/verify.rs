//! `webhook verify`

use std::{
    path::PathBuf,
    time::{Duration, SystemTime},
};

use clap::Args;
use http::{Method, Uri};
use serde_json::{Value, json};
use webhook_kit::{Verifier, explain::Explainer, grammar::parse_duration};

use crate::{
    context::{Context, ProviderName},
    exit::Exit,
    failure::Failure,
    input,
    output::{self, FAINT, Output},
    recorded::{self, Recorded},
    secrets::SecretArgs,
    verdict::Verdict,
    when::{When, rfc3339},
};

/// Say whether recorded requests are genuine
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook verify fincra request.http                          raw HTTP, as `webhook listen` records
  webhook verify fincra --headers headers.txt --body body.json
  webhook verify fincra session.har --entry 3
  webhook sign fincra --data '{}' --http | webhook verify fincra -

Ends with 0 if all are genuine, with 1 if one is not. A handshake is no delivery:
it is answered, whoever sends it, and shows nothing of who did.")]
pub(crate) struct Verify {
    /// The provider
    #[arg(value_parser = ProviderName, hide_possible_values = true)]
    provider: String,

    #[command(flatten)]
    requests: RequestArgs,

    #[command(flatten)]
    conditions: ConditionArgs,

    #[command(flatten)]
    secrets: SecretArgs,
}

/// Where recorded requests are.
#[derive(Debug, Args)]
#[command(next_help_heading = "Requests")]
pub(crate) struct RequestArgs {
    /// Recorded requests: raw HTTP or HAR; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present_all = ["headers", "body"])]
    files: Vec<PathBuf>,

    /// A file with the headers: one a line, or a JSON object
    #[arg(long, value_name = "FILE", requires = "body", conflicts_with = "files")]
    headers: Option<PathBuf>,

    /// A file with the body, exactly as it came
    #[arg(long, value_name = "FILE", requires = "headers", conflicts_with = "files")]
    body: Option<PathBuf>,

    /// The method of the request whose headers are in a file
    #[arg(long, default_value = "POST", hide_default_value = true, requires = "headers")]
    method: Method,

    /// Its path and query
    #[arg(long, value_name = "PATH", default_value = "/", hide_default_value = true)]
    #[arg(requires = "headers")]
    path: Uri,

    /// Only this entry of a HAR file, counted from 0; else all that have a body
    #[arg(long, value_name = "NUMBER")]
    entry: Option<usize>,

    /// How large a file may be, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = input::DEFAULT_LIMIT, hide_default_value = true)]
    limit: usize,
}

impl RequestArgs {
    pub(crate) fn read(&self) -> Result<Vec<Recorded>, Failure> {
        if let (Some(headers), Some(body)) = (&self.headers, &self.body) {
            let (method, path) = (self.method.clone(), self.path.clone());
            return recorded::from_files(headers, body, method, path, self.limit)
                .map(|one| vec![one]);
        }
        let mut all = Vec::new();
        for path in &self.files {
            let mut of_file = recorded::read(path, self.limit)?;
            if let Some(entry) = self.entry {
                let count = of_file.len();
                of_file = of_file.into_iter().skip(entry).take(1).collect();
                if of_file.is_empty() {
                    return Err(Failure::Usage {
                        what: format!("{} has {count} entries", path.display()),
                        remedy: "entries are counted from 0",
                    });
                }
            } else if of_file.len() > 1 {
                of_file.retain(|one| !one.request.body().is_empty());
            }
            all.append(&mut of_file);
        }
        Ok(all)
    }

    /// How large a body may be: as large as the file that it stands in.
    pub(crate) fn limit(&self) -> usize {
        self.limit
    }
}

/// Under which conditions requests are verified.
#[derive(Debug, Args)]
#[command(next_help_heading = "Conditions")]
pub(crate) struct ConditionArgs {
    /// As of when: `now`, `-10m`, seconds since 1970, or RFC 3339. The moment at which the request
    /// came, where the recording says it, else now
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    at: Option<When>,

    /// How far a timestamp may be from then, instead of what the provider says: `90s`, `3d`, ..
    #[arg(long, value_name = "DURATION", value_parser = parse_duration)]
    tolerance: Option<Duration>,

    /// The public address that the provider knows, as in `https://example.com`. Some sign it
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
}

impl ConditionArgs {
    pub(crate) fn apply(&self, mut verifier: Verifier) -> Result<Verifier, Failure> {
        if let Some(tolerance) = self.tolerance {
            verifier = verifier.tolerance(tolerance)?;
        }
        if let Some(url) = &self.url {
            verifier = verifier.url(url)?;
        }
        Ok(verifier)
    }

    pub(crate) fn apply_to_explainer(
        &self,
        mut explainer: Explainer,
    ) -> Result<Explainer, Failure> {
        if let Some(tolerance) = self.tolerance {
            explainer = explainer.tolerance(tolerance)?;
        }
        if let Some(url) = &self.url {
            explainer = explainer.url(url)?;
        }
        Ok(explainer)
    }

    /// As of when a request is verified.
    pub(crate) fn at(&self, recorded: &Recorded) -> SystemTime {
        let now = SystemTime::now();
        self.at.map_or(recorded.received.unwrap_or(now), |at| at.from(now))
    }
}

impl Verify {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        let provider = context.catalogue.find(&self.provider)?;
        let requests = self.requests.read()?;
        let secrets = self.secrets.all(&provider)?;
        let verifier = provider.scheme.verifier(secrets)?.limit(self.requests.limit());
        let verifier = self.conditions.apply(verifier)?;
        let mut all_genuine = true;
        for recorded in &requests {
            let at = self.conditions.at(recorded);
            let verdict = verdict(&verifier.clone().clock(move || at), recorded);
            all_genuine &= verdict.word.is_genuine();
            print(output, provider.name(), recorded, at, &verdict)?;
        }
        if !all_genuine && !output.is_json() {
            output::note(format_args!(
                "{FAINT}`webhook explain` takes the same and tells why{FAINT:#}"
            ));
        }
        Ok(Exit::of(all_genuine))
    }
}

/// What becomes of a recorded request.
pub(super) fn verdict(verifier: &Verifier, recorded: &Recorded) -> Verdict {
    let (parts, body) = recorded.request.clone().into_parts();
    if !verifier.scheme().handshake().is_empty() {
        match verifier.handshake(&parts, body.clone()) {
            Ok(Some(_)) => return Verdict::handshake(),
            Ok(None) => {}
            Err(rejection) => return Verdict::refused(rejection),
        }
    }
    Verdict::of(verifier.verify(&parts, body).as_ref())
}

fn print(
    output: Output,
    provider: &str,
    recorded: &Recorded,
    at: SystemTime,
    verdict: &Verdict,
) -> Result<(), Failure> {
    output.result(
        format_args!(
            "{verdict}\n{FAINT}           {}, as of {}{FAINT:#}",
            recorded.origin,
            rfc3339(at)
        ),
        || {
            let mut object = json!({
                "provider": provider,
                "request": recorded.origin,
                "as_of": rfc3339(at),
            });
            merge(&mut object, verdict.json());
            object
        },
    )
}

/// Adds the members of another object.
pub(crate) fn merge(object: &mut Value, other: Value) {
    if let (Value::Object(object), Value::Object(other)) = (object, other) {
        object.extend(other);
    }
}
