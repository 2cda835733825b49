//! What `webhook listen` tells of a request.

use std::{
    fmt::{self, Write as _},
    path::Path,
    time::SystemTime,
};

use bytes::Bytes;
use http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::{
    commands::verify::merge,
    output::{Excerpt, FAINT, Shown},
    verdict::Verdict,
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

impl Seen {
    /// For people.
    pub(super) fn text(&self, file: Option<&Path>, body: bool) -> String {
        let mut text = String::new();
        // Writing to a text cannot fail.
        let _ = self.write(&mut text, file, body);
        text
    }

    fn write(&self, text: &mut String, file: Option<&Path>, body: bool) -> fmt::Result {
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
        if let Some(file) = file {
            write!(text, ", kept in {}", file.display())?;
        }
        write!(text, "{FAINT:#}")?;
        if body && !request.body().is_empty() {
            write!(text, "\n{}", Excerpt(request.body(), SHOWN))?;
        }
        Ok(())
    }

    /// For programs.
    pub(super) fn json(&self, file: Option<&Path>, body: bool) -> Value {
        let mut object = json!({
            "at": rfc3339(self.at),
            "provider": self.provider,
            "method": self.request.method().as_str(),
            "uri": self.request.uri().to_string(),
            "bytes": self.request.body().len(),
            "status": self.status.as_u16(),
            "file": file,
            "forwarded": match &self.forwarded {
                None => Value::Null,
                Some(Forwarded::Answered(status)) => json!({ "status": status.as_u16() }),
                Some(Forwarded::Unreachable(why)) => json!({ "error": why }),
            },
        });
        if body {
            let text = String::from_utf8_lossy(self.request.body());
            merge(&mut object, json!({ "body": text }));
        }
        merge(&mut object, self.verdict.json());
        object
    }
}
