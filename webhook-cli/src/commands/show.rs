//! `webhook show`

use clap::Args;

use super::providers::json;
use crate::{
    args::{Context, ProviderName},
    exit::Exit,
    failure::Failure,
    output::{self, CAUTION, FAINT, NAME},
};

/// Show how a provider signs, and what it sends
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  webhook show fincra")]
pub(crate) struct Show {
    /// The provider
    #[arg(value_parser = ProviderName, hide_possible_values = true)]
    provider: String,
}

impl Show {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        let provider = context.catalogue.find(&self.provider)?;
        if output.is_json() {
            output::json_line(&json(&provider))?;
            return Ok(Exit::Done);
        }
        let scheme = provider.scheme;
        let row = |what: &str, text: &str| {
            if text.is_empty() {
                return Ok(());
            }
            output::line(format_args!("{FAINT}{what:>14}{FAINT:#}  {text}"))
        };
        output::line(format_args!("{NAME}{}{NAME:#}", provider.name()))?;
        row("documentation", scheme.docs())?;
        row("category", provider.category)?;
        row("signed with", scheme.algorithm().word())?;
        row("signature in", &scheme.headers().join(" or "))?;
        if let Some(retries) = scheme.retries() {
            row("retried for", &humantime::format_duration(retries).to_string())?;
        }
        row(
            "acknowledged",
            &match scheme.ack() {
                Some(status) => format!("by {status} alone"),
                None => "by any 2xx".to_owned(),
            },
        )?;
        row("sent from", &scheme.sources().join(", "))?;
        for why in [scheme.weak(), scheme.unsigned()].into_iter().flatten() {
            row("beware", &format!("{CAUTION}{why}{CAUTION:#}"))?;
        }
        row("events", &provider.events.join(", "))?;
        let samples: Vec<&str> = provider.samples.iter().map(|sample| sample.name).collect();
        row("samples", &samples.join(", "))?;
        Ok(Exit::Done)
    }
}
