//! `webhook sign`

use std::{fmt::Write as _, time::SystemTime};

use base64ct::{Base64, Encoding as _};
use bytes::Bytes;
use clap::Args;
use http::{Request, Uri};
use serde_json::{Value, json};

use crate::{
    context::{Context, ProviderName},
    draft::{Draft, DraftArgs},
    exit::Exit,
    failure::Failure,
    output, recorded,
    secrets::SecretArgs,
};

/// Print the headers that make a body a genuine delivery
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook sign fincra --body payout.json           one header a line
  webhook sign ratio --body b.json --at 1700000000
  webhook sign fincra --event payout.successful --http > request.http
  curl -H @<(webhook sign fincra --body b.json) --data-binary @b.json https://example.com/hooks")]
pub(crate) struct Sign {
    /// The provider
    #[arg(value_parser = ProviderName, hide_possible_values = true)]
    provider: String,

    /// The address that the delivery is for. Some providers sign it
    #[arg(default_value = "/", hide_default_value = true)]
    address: Uri,

    #[command(flatten)]
    draft: DraftArgs,

    /// Print the whole request as raw HTTP
    #[arg(long, conflicts_with = "json")]
    http: bool,

    #[command(flatten)]
    secrets: SecretArgs,
}

impl Sign {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        let provider = context.catalogue.find(&self.provider)?;
        let secret = self.secrets.one(&provider)?;
        let draft = Draft::new(&provider, secret, &self.address, &self.draft)?;
        let request = draft.request(SystemTime::now());
        if self.http {
            let mut raw = Vec::new();
            recorded::write(&mut raw, &request, None).map_err(Failure::Output)?;
            output::bytes(&raw)?;
            return Ok(Exit::Done);
        }
        if output.is_json() {
            output::json_line(&json(&request))?;
            return Ok(Exit::Done);
        }
        if draft.writes_elsewhere(&request) {
            output::warn(
                "these headers alone are no delivery: something stands in the address or in the \
                 body as well. `--http` or `--json` print the whole request",
            );
        }
        let mut lines = String::new();
        for (name, value) in request.headers() {
            let value = String::from_utf8_lossy(value.as_bytes());
            let _ = writeln!(lines, "{name}: {value}");
        }
        output::line(lines.trim_end())?;
        Ok(Exit::Done)
    }
}

/// A request as an object; a body that is no text as base64.
pub(crate) fn json(request: &Request<Bytes>) -> Value {
    let headers: Vec<[String; 2]> = request
        .headers()
        .iter()
        .map(|(name, value)| {
            [name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()]
        })
        .collect();
    let mut object = json!({
        "method": request.method().as_str(),
        "uri": request.uri().to_string(),
        "headers": headers,
    });
    let (key, body) = match std::str::from_utf8(request.body()) {
        Ok(text) => ("body", text.to_owned()),
        Err(_) => ("body_base64", Base64::encode_string(request.body())),
    };
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), body.into());
    }
    object
}
