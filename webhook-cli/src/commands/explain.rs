//! `webhook explain`

use clap::Args;
use serde_json::json;
use webhook_kit::{
    Secrets,
    explain::{Diagnosis, Explainer, clock_off},
};

use super::verify::{ConditionArgs, RequestArgs, merge, verdict};
use crate::{
    catalogue::{Catalogue, Provider},
    context::{Context, ProviderName},
    exit::Exit,
    failure::Failure,
    output::{self, CAUTION, FAINT, NAME, Shown},
    recorded::Recorded,
    secrets::SecretArgs,
    verdict::{Verdict, Word},
    when::rfc3339,
};

/// Say why recorded requests are refused
///
/// Puts one thing right after the other (the secret without the blanks around it, the body as it was
/// before something read and wrote it, the address without what a proxy did to it, ..) and asks the
/// verification each time. What makes it accept is a cause; where nothing does, none is guessed.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook explain fincra kept/0001-fincra-refused.http
  webhook explain twilio session.har --url https://example.com
  webhook explain stripe --headers headers.txt --body body.json --secret-file secret

The secret is taken as it is, with blanks and quotes. Ends with 0 if all are genuine, with 1 if one
is refused.")]
pub(crate) struct Explain {
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

impl Explain {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        let provider = context.catalogue.find(&self.provider)?;
        let requests = self.requests.read()?;
        let secrets = self.secrets.as_they_are(&provider)?;
        let explainer =
            explainer(&context.catalogue, &provider, secrets.clone()).limit(self.requests.limit());
        let explainer = self.conditions.apply_to_explainer(explainer)?;
        let mut all = Vec::new();
        for recorded in &requests {
            let at = self.conditions.at(recorded);
            if self.is_handshake(&provider, &secrets, recorded) {
                output.result(
                    format_args!("{}  {}", Verdict::handshake(), recorded.origin),
                    || Verdict::handshake().json(),
                )?;
                continue;
            }
            let (parts, body) = recorded.request.clone().into_parts();
            let diagnosis = explainer.clone().at(at).explain(&parts, body);
            output.result(
                format_args!(
                    "{}\n{FAINT}{}, as of {}{FAINT:#}",
                    Explained(&diagnosis),
                    recorded.origin,
                    rfc3339(at)
                ),
                || {
                    let mut object =
                        json!({ "provider": provider.name(), "request": recorded.origin });
                    merge(&mut object, explained(&diagnosis));
                    object
                },
            )?;
            all.push(diagnosis);
        }
        if let Some(off) = clock_off(&all) {
            output::note(format_args!("{CAUTION}all of them:{CAUTION:#} {off}"));
        }
        Ok(Exit::of(all.iter().all(Diagnosis::is_genuine)))
    }

    /// Handshakes are answered, and nothing of them is verified that could be explained.
    fn is_handshake(&self, provider: &Provider, secrets: &Secrets, recorded: &Recorded) -> bool {
        let verifier = provider.scheme.verifier(secrets.clone()).map_err(Failure::from);
        let verifier = verifier.and_then(|verifier| self.conditions.apply(verifier));
        verifier.is_ok_and(|verifier| verdict(&verifier, recorded).word == Word::Handshake)
    }
}

/// What explains the deliveries of a provider, and knows all others.
pub(crate) fn explainer(catalogue: &Catalogue, provider: &Provider, secrets: Secrets) -> Explainer {
    let others = catalogue.iter().filter(|other| other.name() != provider.name());
    Explainer::new(provider.scheme, secrets).candidates(others.map(|other| other.scheme))
}

/// A diagnosis as an object.
pub(crate) fn explained(diagnosis: &Diagnosis) -> serde_json::Value {
    let mut object = serde_json::to_value(diagnosis).unwrap_or_default();
    merge(&mut object, json!({ "genuine": diagnosis.is_genuine() }));
    object
}

/// A diagnosis for people.
pub(crate) struct Explained<'a>(pub(crate) &'a Diagnosis);

impl std::fmt::Display for Explained<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Names and addresses of the request stand in it.
        for (index, line) in self.0.to_string().lines().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            match line.split_once(": ") {
                Some((label, rest)) => write!(f, "{NAME}{label}:{NAME:#} {}", Shown(rest))?,
                None => write!(f, "{NAME}{}{NAME:#}", Shown(line))?,
            }
        }
        Ok(())
    }
}
