//! `webhook show`

use clap::Args;
use webhook_kit::{
    Scheme,
    declared::Declared,
    grammar::{Declaration, FetchKeys, HandshakeKeys, Spanned, TimestampKeys, TokenKeys, WayKeys},
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
        output::line(format_args!("{FAINT}{what:>14}{FAINT:#}  {text}"))
    };
    output::line(format_args!(
        "{NAME}{}{NAME:#}  {FAINT}{}{FAINT:#}",
        scheme.title(),
        scheme.docs()
    ))?;
    let keys = scheme.declaration();
    row("signed with", algorithm(scheme, &keys))?;
    row("signature in", place(&keys))?;
    row("built as", text(keys.format.as_ref()))?;
    row("message", message(scheme, &keys))?;
    for keys in &keys.or {
        row("or with", way(keys))?;
    }
    row("the token", keys.token.as_ref().map(token).unwrap_or_default())?;
    row("key", key(&keys))?;
    row("keys fetched", keys.keys.as_ref().map(fetched).unwrap_or_default())?;
    let lines = match scheme.owner_lines() {
        0 => String::new(),
        1 => "what only its owner knows, on a line before the key".to_owned(),
        lines => format!("what only its owner knows, on {lines} lines before the key"),
    };
    row("the secret is", lines)?;
    row("time", keys.timestamp.as_ref().map(timestamp).unwrap_or_default())?;
    row("event in", either(&keys.event))?;
    row("id in", either(&keys.id))?;
    row("payload in", either(&keys.payload))?;
    row(
        "acknowledged",
        match scheme.ack() {
            Some(status) => format!("by {status} alone"),
            None => "by any 2xx".to_owned(),
        },
    )?;
    row("saying", text(keys.ack_body.as_ref()))?;
    row("in headers", either(&keys.ack_header))?;
    let retries = scheme.retries().map(|time| humantime::format_duration(time).to_string());
    row("retried for", retries.unwrap_or_default())?;
    row("sent from", scheme.sources().join(", "))?;
    for keys in &keys.handshake {
        row("handshake", handshake(keys))?;
    }
    for why in [scheme.weak(), scheme.unsigned()].into_iter().flatten() {
        row("beware", format!("{CAUTION}{why}{CAUTION:#}"))?;
    }
    row("known from", scheme.evidence().map(evidence).unwrap_or_default().to_owned())?;
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
        _ => "",
    }
}

fn text(given: Option<&Spanned<(), String>>) -> String {
    given.map(|text| text.value.clone()).unwrap_or_default()
}

/// Alternatives.
fn either(given: &[Spanned<(), String>]) -> String {
    given.iter().map(|text| text.value.as_str()).collect::<Vec<_>>().join(", else ")
}

fn algorithm(scheme: &Scheme, keys: &Declaration<()>) -> String {
    use webhook_kit::grammar::AlgorithmKind;
    if keys.custom.is_some() {
        return "code: no declaration can say it".to_owned();
    }
    let word = scheme.algorithm().word();
    let encoding = keys.encoding.as_ref().map_or("hex", |encoding| encoding.value.as_str());
    match scheme.algorithm().kind() {
        AlgorithmKind::Hmac => format!("HMAC of {word}, as {encoding}"),
        AlgorithmKind::Hash => format!("{word} of a message with the secret, as {encoding}"),
        AlgorithmKind::Equality => format!("{word}: the secret itself is sent along"),
        AlgorithmKind::WebToken => format!("{word}: a JSON web token"),
        _ => format!("{word}, as {encoding}"),
    }
}

fn place(keys: &Declaration<()>) -> String {
    let headers = either(&keys.header);
    match &keys.signature {
        Some(signature) => signature.value.clone(),
        None if headers.is_empty() => String::new(),
        None => format!("header {headers}"),
    }
}

fn message(scheme: &Scheme, keys: &Declaration<()>) -> String {
    use webhook_kit::grammar::AlgorithmKind;
    let is_made = matches!(
        scheme.algorithm().kind(),
        AlgorithmKind::Hmac | AlgorithmKind::Hash | AlgorithmKind::PublicKey
    );
    if keys.custom.is_some() || !is_made {
        return String::new();
    }
    let message = match either(&keys.message) {
        empty if empty.is_empty() => "{body}".to_owned(),
        message => message,
    };
    match keys.body.as_ref().map(|body| body.value.as_str()) {
        Some("json") => format!("{message}, as it came or as JSON.stringify writes it"),
        _ => message,
    }
}

fn key(keys: &Declaration<()>) -> String {
    let mut steps = Vec::new();
    if let Some(prefix) = &keys.key_prefix {
        steps.push(format!("without `{}`", prefix.value));
    }
    if let Some(form) = &keys.key {
        steps.push(format!("read as {}", form.value));
    }
    if let Some(derive) = &keys.derive {
        steps.push(format!("its {}", derive.value));
    }
    if steps.is_empty() { String::new() } else { format!("the secret {}", steps.join(", ")) }
}

/// Another way to sign, by what it says otherwise.
fn way(keys: &WayKeys<()>) -> String {
    let said = [
        ("", &keys.algo),
        ("as ", &keys.encoding),
        ("built as ", &keys.format),
        ("the key read as ", &keys.key),
        ("the key without ", &keys.key_prefix),
        ("the key's ", &keys.derive),
        ("where there is ", &keys.when),
    ];
    given(&said)
}

/// What a token must say.
fn token(keys: &TokenKeys<()>) -> String {
    let digest =
        (!keys.digest.is_empty()).then(|| Spanned { span: (), value: either(&keys.digest) });
    let owner = (!keys.owner.is_empty()).then(|| {
        let claims: Vec<&str> = keys.owner.iter().map(|claim| claim.value.as_str()).collect();
        Spanned { span: (), value: claims.join(" and ") }
    });
    let said = [
        ("covers ", &keys.content),
        ("is issued by ", &keys.issuer),
        ("is for ", &keys.audience),
        ("says what its owner says of ", &owner),
        ("holds ", &digest),
        ("is at most as old as ", &keys.max_age),
        ("may differ by ", &keys.leeway),
        ("must end: ", &keys.expiry),
    ];
    given(&said)
}

/// Where public keys come from, for those who have none at hand.
fn fetched(keys: &FetchKeys<()>) -> String {
    let hosts = (!keys.hosts.is_empty()).then(|| {
        let hosts: Vec<&str> = keys.hosts.iter().map(|host| host.value.as_str()).collect();
        Spanned { span: (), value: hosts.join(" or ") }
    });
    let said =
        [("as ", &keys.form), ("from ", &keys.url), ("named by ", &keys.id), ("on ", &hosts)];
    given(&said)
}

fn given(said: &[(&str, &Option<Spanned<(), String>>)]) -> String {
    let one = |(what, text): &(&str, &Option<Spanned<(), String>>)| {
        text.as_ref().map(|text| format!("{what}{}", text.value))
    };
    said.iter().filter_map(one).collect::<Vec<_>>().join(", ")
}

fn timestamp(keys: &TimestampKeys<()>) -> String {
    let place = match keys {
        TimestampKeys { header: Some(name), .. } => format!("header {}", name.value),
        TimestampKeys { json: Some(at), .. } => format!("{} of the body", at.value),
        TimestampKeys { query: Some(name), .. } => format!("{} of the query", name.value),
        TimestampKeys { form: Some(name), .. } => format!("{} of the form", name.value),
        _ => "the signature's header".to_owned(),
    };
    let unit = text(keys.unit.as_ref());
    match &keys.tolerance {
        Some(tolerance) => format!("{unit} in {place}, {} old at most", tolerance.value),
        None => format!("{unit} in {place}"),
    }
}

fn handshake(keys: &HandshakeKeys<()>) -> String {
    let method = keys.method.as_ref().map_or("POST", |method| method.value.as_str());
    let mut text = format!("a {method}");
    if !keys.when.is_empty() {
        let when: Vec<&str> = keys.when.iter().map(|when| when.value.as_str()).collect();
        text = format!("{text} with {}", when.join(" and "));
    }
    if let Some(challenge) = &keys.challenge {
        text = format!("{text}, the challenge in {}", challenge.value);
    }
    if let Some(token) = &keys.token {
        text = format!("{text}, a token in {}", token.value);
    }
    if let Some(answer) = &keys.answer {
        text = format!("{text}, answered `{}`", answer.value);
    }
    for header in &keys.header {
        text = format!("{text}, answered in the header {}", header.value);
    }
    if let Some(proof) = &keys.proof {
        text = format!("{text}, the proof being {}", proof.value);
    }
    text
}
