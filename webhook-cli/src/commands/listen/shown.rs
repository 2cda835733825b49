//! What `webhook listen` tells of a request.

use std::{
    fmt::{self, Write as _},
    path::Path,
    time::SystemTime,
};

use bytes::Bytes;
use http::{Request, StatusCode};
use serde_json::{Value, json};

use webhook_kit::explain::{Diagnosis, Explainer};

use crate::{
    commands::{
        explain::{Explained, explained},
        verify::merge,
    },
    output::{Excerpt, FAINT, Shown},
    verdict::{Verdict, Word},
    when::rfc3339,
};

/// How many characters of a body people are shown.
const SHOWN: usize = 2000;

/// A request that was answered.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) at: SystemTime,
    /// None if nobody takes the path.
    pub(super) provider: Option<&'static str>,
    pub(super) verdict: Verdict,
    pub(super) status: StatusCode,
    pub(super) forwarded: Option<Forwarded>,
    pub(super) request: Request<Bytes>,
}

/// What became of it behind this server.
#[derive(Debug)]
pub(super) enum Forwarded {
    Answered(StatusCode),
    Unreachable(String),
}

/// What is told beside it.
#[derive(Debug)]
pub(super) struct More<'a> {
    /// Where it is kept.
    pub(super) file: Option<&'a Path>,
    /// Whether the body is shown.
    pub(super) body: bool,
    /// Why it was refused.
    pub(super) diagnosis: Option<&'a Diagnosis>,
}

impl Seen {
    /// Why it was refused, if it was.
    pub(super) fn explained(&self, explainer: &Explainer) -> Option<Diagnosis> {
        if self.verdict.word != Word::Refused {
            return None;
        }
        let (parts, body) = self.request.clone().into_parts();
        Some(explainer.clone().at(self.at).explain(&parts, body))
    }

    /// For people.
    pub(super) fn text(&self, more: &More<'_>) -> String {
        let mut text = String::new();
        // Writing to a text cannot fail.
        let _ = self.write(&mut text, more);
        text
    }

    fn write(&self, text: &mut String, more: &More<'_>) -> fmt::Result {
        let at = rfc3339(self.at);
        let time = at.get(11..19).unwrap_or(&at);
        let provider = self.provider.unwrap_or("?");
        let request = &self.request;
        let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
        write!(text, "{FAINT}{time}{FAINT:#}  {provider}  {}", self.verdict)?;
        let target: String = target.chars().take(100).collect();
        write!(
            text,
            "\n          {FAINT}{} {}, {} bytes, answered {}",
            request.method(),
            Shown(&target),
            request.body().len(),
            self.status.as_u16()
        )?;
        match &self.forwarded {
            Some(Forwarded::Answered(_)) => write!(text, " as the forwarded one was")?,
            Some(Forwarded::Unreachable(why)) => write!(text, ", not forwarded: {}", Shown(why))?,
            None => {}
        }
        if let Some(file) = more.file {
            write!(text, ", kept in {}", file.display())?;
        }
        write!(text, "{FAINT:#}")?;
        if let Some(diagnosis) = more.diagnosis {
            // The first line says again what the verdict says.
            for line in Explained(diagnosis).to_string().lines().skip(1) {
                write!(text, "\n          {line}")?;
            }
        }
        if more.body && !request.body().is_empty() {
            // No line of it can be taken for one of ours, which begin with a time or with blanks.
            for line in Excerpt(request.body(), SHOWN).to_string().split('\n') {
                write!(text, "\n        | {line}")?;
            }
        }
        Ok(())
    }

    /// For programs.
    pub(super) fn json(&self, more: &More<'_>) -> Value {
        let mut object = json!({
            "at": rfc3339(self.at),
            "provider": self.provider,
            "method": self.request.method().as_str(),
            "uri": self.request.uri().to_string(),
            "bytes": self.request.body().len(),
            "status": self.status.as_u16(),
            "file": more.file,
            "explanation": more.diagnosis.map(explained),
            "forwarded": match &self.forwarded {
                None => Value::Null,
                Some(Forwarded::Answered(status)) => json!({ "status": status.as_u16() }),
                Some(Forwarded::Unreachable(why)) => json!({ "error": why }),
            },
        });
        if more.body {
            let text = String::from_utf8_lossy(self.request.body());
            merge(&mut object, json!({ "body": text }));
        }
        merge(&mut object, self.verdict.json());
        object
    }
}
