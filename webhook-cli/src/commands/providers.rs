//! `webhook providers`

use clap::Args;
use serde_json::json;
use webhook_kit::grammar::Evidence;

use crate::{
    catalogue::Provider,
    context::Context,
    exit::Exit,
    failure::Failure,
    output::{self, CAUTION, FAINT, NAME, count},
};

/// List the providers that are known
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook providers                     all of them
  webhook providers pay                 those with `pay` in their name, category, header or events
  webhook providers --algo sha512       those that sign so
  webhook providers --header signature  whose delivery has this header?
  webhook providers --evidence vector   those whose own signatures were verified with this

Ends with 1 if there is none.")]
pub(crate) struct Providers {
    /// Only those with these words in their name, category, headers or events
    #[arg(value_name = "WORD")]
    words: Vec<String>,

    /// Only those of this category
    #[arg(long)]
    category: Option<String>,

    /// Only those that sign so: sha256, sha512, ..
    #[arg(long)]
    algo: Option<String>,

    /// Only those of which it is known from this how they sign: vector (a signature that they
    /// published), sdk (code of their own), docs, third-party, unconfirmed
    #[arg(long, value_name = "EVIDENCE")]
    evidence: Option<String>,

    /// Only those whose signature stands in this header
    #[arg(long, value_name = "NAME")]
    header: Option<String>,
}

impl Providers {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        let found: Vec<&Provider> =
            context.catalogue.iter().filter(|provider| self.wants(provider)).collect();
        if output.is_json() {
            for provider in &found {
                output::json_line(&json(provider))?;
            }
            return Ok(Exit::of(!found.is_empty()));
        }
        let width = found.iter().map(|provider| provider.name().len()).max().unwrap_or_default();
        for provider in &found {
            let scheme = provider.scheme;
            let weak = if scheme.weak().is_some() || scheme.unsigned().is_some() {
                format!("  {CAUTION}weak{CAUTION:#}")
            } else {
                String::new()
            };
            output::line(format_args!(
                "{NAME}{:width$}{NAME:#}  {:11}  {:12}  {:11}  {:>10}{weak}  {FAINT}{}{FAINT:#}",
                provider.name(),
                scheme.algorithm().as_str(),
                provider.category,
                scheme.evidence().map_or("", Evidence::as_str),
                count(provider.events.len(), "event"),
                scheme.docs(),
            ))?;
        }
        output::note(format_args!("{FAINT}{}{FAINT:#}", count(found.len(), "provider")));
        Ok(Exit::of(!found.is_empty()))
    }

    fn wants(&self, provider: &Provider) -> bool {
        let scheme = provider.scheme;
        let same = |wanted: &Option<String>, is: &str| {
            wanted.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(is))
        };
        let has_header = |wanted: &String| {
            scheme.headers().iter().any(|header| header.eq_ignore_ascii_case(wanted))
        };
        let says = |word: &String| {
            let word = word.to_ascii_lowercase();
            [provider.name(), scheme.display_name(), provider.category]
                .iter()
                .chain(scheme.headers())
                .chain(provider.events)
                .any(|text| text.to_ascii_lowercase().contains(&word))
        };
        same(&self.category, provider.category)
            && same(&self.algo, scheme.algorithm().as_str())
            && same(&self.evidence, scheme.evidence().map_or("", Evidence::as_str))
            && self.header.as_ref().is_none_or(has_header)
            && self.words.iter().all(says)
    }
}

/// A provider as an object.
pub(crate) fn json(provider: &Provider) -> serde_json::Value {
    let scheme = provider.scheme;
    let tolerance = scheme.timestamp().and_then(|timestamp| timestamp.tolerance);
    json!({
        "name": provider.name(),
        "title": scheme.display_name(),
        "evidence": scheme.evidence().map(Evidence::as_str),
        "category": provider.category,
        "docs": scheme.docs(),
        "algorithm": scheme.algorithm().as_str(),
        "headers": scheme.headers(),
        "events": provider.events,
        "samples": provider.samples.iter().map(|sample| sample.name).collect::<Vec<_>>(),
        "tolerance_seconds": tolerance.map(|time| time.as_secs()),
        "acknowledged_by": scheme.ack(),
        "retries_seconds": scheme.retry_window().map(|time| time.as_secs()),
        "sources": scheme.source_ips(),
        "weak": scheme.weak(),
        "unsigned": scheme.unsigned(),
        "handshake": !scheme.handshake().is_empty(),
    })
}
