//! `webhook types`

mod names;
mod skeleton;

use std::path::PathBuf;

use clap::Args;
use serde_json::Value;
use webhook_kit::{grammar::nearest, scheme::Pointer};
use webhook_schema::Schema;

use crate::{
    context::{Context, ProviderName},
    exit::Exit,
    failure::Failure,
    input::{self, DEFAULT_LIMIT},
    output,
};

use skeleton::Skeleton;

/// Print a payload type for an event, of what the provider publishes, to take fields out of
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook types stripe                                     the events whose payloads are known
  webhook types stripe invoice.paid                        every field
  webhook types stripe invoice.paid --sample invoice.json  the fields of a body first
  webhook types github pull_request.opened --at /pull_request")]
pub(crate) struct Types {
    /// The provider
    #[arg(value_parser = ProviderName, hide_possible_values = true)]
    provider: String,

    /// The event; without one, the events are listed
    event: Option<String>,

    /// A body that was received: its fields come first, and the others are commented out. `-` is
    /// standard input
    #[arg(long, value_name = "FILE")]
    sample: Option<PathBuf>,

    /// A place within the payload, whose object the type is for
    #[arg(long, value_name = "POINTER", default_value = "", hide_default_value = true)]
    at: String,
}

impl Types {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let provider = context.catalogue.find(&self.provider)?;
        let name = provider.scheme.name();
        let schema = webhook_schema::of(name).ok_or_else(|| Failure::Usage {
            what: format!("nothing is known of what payloads of `{name}` hold"),
            remedy: "derive `serde::Deserialize` for a type of your own",
        })?;
        let Some(event) = &self.event else { return list(context, &schema) };
        let sample = self.sample(provider.scheme.payload())?;
        let skeleton = Skeleton::new(&schema, event, &self.at, sample.as_ref());
        let text = skeleton.ok_or_else(|| self.unknown(&schema, event))?.write();
        if context.output.is_json() {
            output::json_line(
                &serde_json::json!({ "provider": name, "event": event, "rust": text }),
            )?;
        } else {
            output::line(text.trim_end())?;
        }
        Ok(Exit::Done)
    }

    /// The payload of the sample.
    fn sample(&self, places: &[Pointer]) -> Result<Option<Value>, Failure> {
        let Some(path) = &self.sample else { return Ok(None) };
        let bytes = input::read(path, DEFAULT_LIMIT)?;
        let body: Value = serde_json::from_slice(&bytes).map_err(|error| Failure::Malformed {
            path: path.clone(),
            why: error.to_string(),
            remedy: "a sample is a body in JSON, as it was received",
        })?;
        let payload = places
            .iter()
            .find_map(|place| place.0.iter().try_fold(&body, |value, name| value.get(name)));
        let payload = payload.unwrap_or(&body);
        let object = self.at.split('/').skip(1).try_fold(payload, |value, name| match name {
            "*" => value.get(0),
            name => value.get(name.replace("~1", "/").replace("~0", "~")),
        });
        Ok(Some(object.unwrap_or(payload).clone()))
    }

    fn unknown(&self, schema: &Schema<'_>, event: &str) -> Failure {
        let names: Vec<String> = schema.events().map(|event| event.name.into_owned()).collect();
        let provider = schema.provider();
        if names.iter().any(|name| name == event) {
            return Failure::Usage {
                what: format!("no object stands at `{}` of `{event}`", self.at),
                remedy: "`webhook types` without `--at` shows what there is",
            };
        }
        let near = nearest(event, names.iter().map(String::as_str));
        let near = near.map_or(String::new(), |near| format!(": did you mean `{near}`?"));
        Failure::Usage {
            what: format!("`{provider}` sends no event `{event}`{near}"),
            remedy: "`webhook types PROVIDER` lists its events",
        }
    }
}

/// The events of a schema, and where it is from.
fn list(context: &Context, schema: &Schema<'_>) -> Result<Exit, Failure> {
    let sources: Vec<&str> = schema.sources().collect();
    if context.output.is_json() {
        for event in schema.events() {
            output::json_line(&serde_json::json!({
                "provider": schema.provider(),
                "event": event.name,
                "actions": event.actions,
                "sources": sources,
                "date": schema.date(),
            }))?;
        }
        return Ok(Exit::Done);
    }
    output::line(format!("# {}, of {}", sources.join(", "), schema.date()))?;
    for event in schema.events() {
        output::line(&event.name)?;
        for action in &event.actions {
            output::line(format!("{}.{action}", event.name))?;
        }
    }
    Ok(Exit::Done)
}
