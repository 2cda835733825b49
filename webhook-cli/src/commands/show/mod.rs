//! `webhook show`

use clap::Args;
use webhook_kit::{
    Scheme,
    declared::Declared,
    grammar::{AlgorithmKind, Declaration, Given, Keys, Word},
};

mod python;

use super::{providers::json, verify::merge};
use crate::{
    catalogue::Provider,
    context::{Context, ProviderName},
    exit::Exit,
    failure::Failure,
    output::{self, CAUTION, FAINT, NAME},
};

/// Show how a provider signs, and what it sends
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook show fincra                    in words
  webhook show fincra --toml >> my.toml  as a declaration, to make another of it
  webhook show stripe --python           how to verify it elsewhere: a function of Python")]
pub(crate) struct Show {
    /// The provider
    #[arg(value_parser = ProviderName, hide_possible_values = true)]
    provider: String,

    /// The declaration for a file that `--declarations` reads
    #[arg(long, conflicts_with_all = ["rust", "python", "json"])]
    toml: bool,

    /// The declaration for `#[derive(Provider)]`
    #[arg(long, conflicts_with_all = ["python", "json"])]
    rust: bool,

    /// A function that verifies its deliveries, in Python without packages
    #[arg(long, conflicts_with = "json")]
    python: bool,
}

impl Show {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let provider = context.catalogue.find(&self.provider)?;
        let declared = Declared { scheme: provider.scheme, events: provider.events };
        if self.toml {
            let toml = declared.to_toml().ok_or_else(|| Failure::Usage {
                what: format!("`{}` is verified by code, which no file can say", provider.name()),
                remedy: "`webhook show` says in words what can be said",
            })?;
            output::line(toml.trim_end())?;
        } else if self.rust {
            output::line(declared.to_attribute().trim_end())?;
        } else if self.python {
            let function = python::verifier(provider.scheme).map_err(|why| Failure::Usage {
                what: format!("no function is written for `{}`: {why}", provider.name()),
                remedy: "`webhook show` says in words what it has to do",
            })?;
            output::line(function.trim_end())?;
        } else if context.output.is_json() {
            let mut object = json(&provider);
            merge(&mut object, serde_json::json!({ "declaration": declared.to_toml() }));
            output::json_line(&object)?;
        } else {
            in_words(&provider)?;
        }
        Ok(Exit::Done)
    }
}

fn in_words(provider: &Provider) -> Result<(), Failure> {
    let scheme = provider.scheme;
    let row = |what: &str, text: String| {
        if text.is_empty() {
            return Ok(());
        }
        output::line(format_args!("{FAINT}{what:>19}{FAINT:#}  {text}"))
    };
    output::line(format_args!(
        "{NAME}{}{NAME:#}  {FAINT}{}{FAINT:#}",
        scheme.display_name(),
        scheme.docs()
    ))?;
    let keys = scheme.declaration();
    if keys.custom.is_some() {
        row("signed with", "code: no declaration can say it".to_owned())?;
    }
    for word in Declaration::<()>::TABLE.words.iter().filter(|word| !word.shown.is_empty()) {
        let Some(given) = keys.given(word.name) else {
            row(word.shown, unsaid(scheme, word.name).to_owned())?;
            continue;
        };
        for text in shown(word, &given) {
            let text = match word.name {
                "algo" => algorithm(scheme, &keys),
                "weak" | "unsigned" => format!("{CAUTION}{text}{CAUTION:#}"),
                "evidence" => scheme.evidence().map(evidence).unwrap_or_default().to_owned(),
                _ => text,
            };
            row(word.shown, text)?;
        }
    }
    let lines = match scheme.owner_lines() {
        0 => String::new(),
        1 => "what only its owner knows, on a line before the key".to_owned(),
        lines => format!("what only its owner knows, on {lines} lines before the key"),
    };
    row("the secret is", lines)?;
    row("events", provider.events.join(", "))?;
    let samples: Vec<&str> = provider.samples.iter().map(|sample| sample.name).collect();
    row("samples", samples.join(", "))
}

/// Where it is known from how a provider signs.
pub(crate) fn evidence(evidence: webhook_kit::grammar::Evidence) -> &'static str {
    use webhook_kit::grammar::Evidence;
    match evidence {
        Evidence::Vector => "a signature that the provider published",
        Evidence::Sdk => "code of the provider's own",
        Evidence::Docs => "the provider's documentation",
        Evidence::ThirdParty => "others: code or catalogues that are not the provider's",
        Evidence::Unconfirmed => "nothing that could be seen: try it before you rely on it",
    }
}

/// What holds where a key is not said, of those whose line nobody should have to miss.
fn unsaid(scheme: &Scheme, key: &str) -> &'static str {
    let kind = scheme.algorithm().kind();
    let signs_message =
        matches!(kind, AlgorithmKind::Hmac | AlgorithmKind::Hash | AlgorithmKind::PublicKey);
    match key {
        "message" if signs_message && scheme.declaration().custom.is_none() => "{body}",
        "ack" => "any 2xx",
        _ => "",
    }
}

/// An algorithm in words, with the text form of its signatures.
fn algorithm(scheme: &Scheme, keys: &Declaration<()>) -> String {
    let word = scheme.algorithm().as_str();
    let encoding = keys.encoding.as_ref().map_or("hex", |encoding| encoding.value.as_str());
    match scheme.algorithm().kind() {
        AlgorithmKind::Hmac => format!("HMAC of {word}, as {encoding}"),
        AlgorithmKind::Hash => format!("{word} of a message with the secret, as {encoding}"),
        AlgorithmKind::Equality => format!("{word}: the secret itself is sent along"),
        AlgorithmKind::WebToken => format!("{word}: a JSON web token"),
        AlgorithmKind::PublicKey => format!("{word}, as {encoding}"),
    }
}

/// What was given to a key, for people: a line, or one for each list of keys.
fn shown(word: &Word, given: &Given<'_, ()>) -> Vec<String> {
    match given {
        Given::Texts(texts) => {
            let texts: Vec<&str> = texts.iter().map(|text| text.value.as_str()).collect();
            vec![texts.join(if word.name == "ack_header" { ", " } else { ", else " })]
        }
        Given::List(texts) => {
            let texts: Vec<&str> = texts.iter().map(|text| text.value.as_str()).collect();
            vec![texts.join(", ")]
        }
        Given::Number(number) => vec![number.to_string()],
        Given::Keys(several) => several.iter().map(|keys| shown_keys(*keys)).collect(),
    }
}

/// A list of keys in one line.
fn shown_keys(keys: &dyn Keys<()>) -> String {
    let words = keys.table().words.iter();
    let each = words.filter_map(|word| {
        let text = shown(word, &keys.given(word.name)?).join(", ");
        Some(if word.shown.is_empty() { text } else { format!("{} {text}", word.shown) })
    });
    each.collect::<Vec<_>>().join(", ")
}
