//! The delivery that `sign` and `send` make.

use std::{path::PathBuf, time::SystemTime};

use bytes::Bytes;
use clap::Args;
use http::{HeaderName, HeaderValue, Request, Uri};
use webhook_kit::{
    Secret,
    grammar::{AlgorithmKind, nearest},
    testing::{Genuine, SampleBody, Sender, Tamper, Tampered},
};

use crate::{catalogue::Provider, failure::Failure, input, output, when::When};

/// What a delivery is made of.
#[derive(Debug, Args)]
#[command(next_help_heading = "Delivery")]
pub(crate) struct DraftArgs {
    /// The event: its published body, else one that says no more than the name. With a body of
    /// yours, the name is written where this provider names events
    #[arg(long, value_name = "NAME")]
    event: Option<String>,

    /// The published body of this name: `webhook show PROVIDER` lists them
    #[arg(long, value_name = "NAME", group = "content")]
    sample: Option<String>,

    /// A file with the body; `-` is standard input
    #[arg(long, value_name = "FILE", group = "content")]
    body: Option<PathBuf>,

    /// The body itself
    #[arg(long, value_name = "TEXT", group = "content")]
    data: Option<String>,

    /// When it is signed: `now`, `-10m`, `+90s`, seconds since 1970, or RFC 3339
    #[arg(long, value_name = "WHEN", default_value = "now", allow_hyphen_values = true)]
    #[arg(hide_default_value = true)]
    at: When,

    /// The delivery's id, where it stands in a header or at one place of the body
    #[arg(long)]
    id: Option<String>,

    /// Another header, as in `x-request-id: 7`
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = header)]
    headers: Vec<(HeaderName, HeaderValue)>,

    /// The public address of the receiver as it verifies it, where that is not the one that is sent
    /// to. Some providers sign it
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
}

fn header(text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let parsed = text.split_once(':').and_then(|(name, value)| {
        Some((name.trim().parse().ok()?, HeaderValue::from_str(value.trim()).ok()?))
    });
    parsed.ok_or_else(|| format!("`{text}` is no header: write it as in `x-request-id: 7`"))
}

/// A delivery that can be signed again and again.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    genuine: Genuine,
    at: When,
    /// What was given: where a request differs from it, more than headers makes it genuine.
    given: (Option<Bytes>, Uri),
    /// What it is called for people: its event, its sample, or whose body it is.
    pub(crate) name: String,
}

impl Draft {
    /// A delivery for an address. Reads the body, if it is in a file.
    pub(crate) fn new(
        provider: &Provider,
        secret: Secret,
        address: &Uri,
        args: DraftArgs,
    ) -> Result<Self, Failure> {
        check_secret(provider, &secret)?;
        let sender = sender(provider, secret, address, args.url);
        let mut given = None;
        let (mut genuine, name) = match (args.sample, args.body, args.data) {
            (Some(name), _, _) => {
                let unknown = || provider.unknown_sample(&name);
                (sender.sample(&name).ok_or_else(unknown)?, name)
            }
            (_, Some(path), _) => {
                let body = Bytes::from(input::read(&path, input::DEFAULT_LIMIT)?);
                given = Some(body.clone());
                (sender.body(body), path.display().to_string())
            }
            (_, _, Some(text)) => {
                let body = Bytes::from(text);
                given = Some(body.clone());
                (sender.body(body), "a body of yours".to_owned())
            }
            (None, None, None) => match &args.event {
                Some(event) => (sender.event(event), event.clone()),
                None => usual(provider, &sender),
            },
        };
        if let Some(event) = &args.event {
            note_unknown(provider, event);
            genuine = genuine.event(event);
        }
        if let Some(id) = args.id {
            genuine = genuine.id(id);
        }
        for (name, value) in args.headers {
            genuine = genuine.header(name, value);
        }
        let path = path_of(address);
        let genuine = genuine.uri(path.clone());
        Ok(Self { genuine, at: args.at, given: (given, path), name })
    }

    /// The same with an id of its own.
    pub(crate) fn with_id(mut self, id: String) -> Self {
        self.genuine = self.genuine.id(id);
        self
    }

    /// The delivery as the provider would send it, from now.
    pub(crate) fn request(&self, now: SystemTime) -> Request<Bytes> {
        self.from(now).request()
    }

    /// Whether a request of this draft needs more than its headers beside what was given.
    pub(crate) fn writes_elsewhere(&self, request: &Request<Bytes>) -> bool {
        let (body, path) = &self.given;
        body.as_ref().is_none_or(|body| body != request.body()) || request.uri() != path
    }

    /// The delivery tampered with, from now.
    pub(crate) fn tampered(&self, tamper: Tamper, now: SystemTime) -> Option<Tampered> {
        self.from(now).tampered(tamper)
    }

    fn from(&self, now: SystemTime) -> Genuine {
        self.genuine.clone().at(self.at.from(now))
    }
}

/// A secret that the scheme cannot use makes signatures that nobody takes.
fn check_secret(provider: &Provider, secret: &Secret) -> Result<(), Failure> {
    let scheme = provider.scheme;
    let ways =
        std::iter::once(scheme.algorithm()).chain(scheme.or().iter().map(|way| way.algorithm));
    if ways.into_iter().all(|algorithm| algorithm.kind() != AlgorithmKind::PublicKey) {
        scheme.verifier(secret.clone())?;
        return Ok(());
    }
    // What verifies is the public key, and what signs the private one. One that is no key signs as
    // any other that is none: not at all.
    let signed = |secret| scheme.sign(secret, "{}").at(SystemTime::UNIX_EPOCH).headers();
    if scheme.verifier(secret.clone()).is_ok() || signed(secret) == signed(&Secret::new("no key")) {
        return Err(Failure::BadSecret {
            origin: format!("the secret of `{}`", provider.name()),
            why: "is no private key",
            remedy: "make a pair, and give the receiver the public key: \
                     `openssl genpkey -algorithm ed25519`",
        });
    }
    Ok(())
}

fn sender(provider: &Provider, secret: Secret, address: &Uri, url: Option<String>) -> Sender {
    let samples = provider.samples.iter().map(|sample| SampleBody {
        name: sample.name,
        event: sample.event,
        body: sample.body,
    });
    let mut sender = Sender::new(provider.scheme).with_secret(secret).with_samples(samples);
    let base = match (address.scheme_str(), address.authority()) {
        (Some(scheme), Some(authority)) => Some(format!("{scheme}://{authority}")),
        _ => None,
    };
    if let Some(url) = url.or(base) {
        sender = sender.with_url(url);
    }
    sender
}

/// What is sent where nothing is asked for: a published body that names its event, else any, else
/// the first event that is known, else a test.
fn usual(provider: &Provider, sender: &Sender) -> (Genuine, String) {
    let named = provider.samples.iter().find(|sample| !sample.event.is_empty());
    if let Some(sample) = named.or(provider.samples.first()) {
        if let Some(genuine) = sender.sample(sample.name) {
            return (genuine, sample.name.to_owned());
        }
    }
    let event = provider.events.first().copied().unwrap_or("test");
    (sender.event(event), event.to_owned())
}

/// Receivers have to bear events that nobody knows: one may be sent, and it may be a slip.
fn note_unknown(provider: &Provider, event: &str) {
    let has_sample = provider.samples.iter().any(|sample| sample.event == event);
    if provider.events.is_empty() || provider.events.contains(&event) || has_sample {
        return;
    }
    let known = provider.events.iter().copied();
    let near = nearest(event, known).map(|near| format!(": did you mean `{near}`?"));
    output::warn(format_args!(
        "`{event}` is none of the events that `{}` is known to send{}",
        provider.name(),
        near.unwrap_or_default()
    ));
}

fn path_of(address: &Uri) -> Uri {
    let path = address.path_and_query().map_or("/", |path| path.as_str());
    path.parse().unwrap_or_default()
}
