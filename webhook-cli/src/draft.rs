//! The delivery that `sign` and `send` make.

use std::{
    path::PathBuf,
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use clap::Args;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Uri};
use webhook_kit::{
    Scheme, Secret,
    grammar::{Algorithm, nearest},
    testing::{Genuine, SampleBody, Sender, Tamper, Tampered, secret_for},
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
    #[arg(long, value_name = "TEXT", group = "content", allow_hyphen_values = true)]
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
        args: &DraftArgs,
    ) -> Result<Self, Failure> {
        let at = args.at;
        let signs_with_key = signs_with_key(provider.scheme);
        if !signs_with_key {
            // A secret that the scheme cannot use makes signatures that nobody takes.
            provider.scheme.verifier(secret.clone())?;
        }
        let sender = sender(provider, address, args.url.as_deref());
        let content = Content::read(provider, args)?;
        let path = path_of(address);
        let genuine = |secret| {
            let sender = sender.clone().with_secret(secret);
            let mut genuine = content.of(&sender, args.event.as_deref()).uri(path.clone());
            if let Some(id) = &args.id {
                genuine = genuine.id(id);
            }
            for (name, value) in &args.headers {
                genuine = genuine.header(name.clone(), value.clone());
            }
            genuine
        };
        // What any secret signs in the same way is not signed.
        let made_with = |secret| parts_of(&genuine(secret).at(SystemTime::UNIX_EPOCH).request());
        let other = secret_for(provider.scheme, "another secret");
        if made_with(secret.clone()) == made_with(other) {
            if signs_with_key {
                return Err(Failure::BadSecret {
                    origin: format!("the secret of `{}`", provider.name()),
                    why: "signs nothing",
                    remedy: "it has to be a private key, as `openssl genpkey -algorithm ed25519` \
                             makes one, and the body has to have what is signed",
                });
            }
            output::warn("nothing is signed: the body lacks what this provider signs");
        }
        let genuine = genuine(secret);
        let given = (content.body().cloned(), path);
        Ok(Self { genuine, at, given, name: content.name })
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
        // A test stops its clock and may come as near to the tolerance as it likes. Here time passes
        // on the way, and the receiver has a clock of its own.
        const MARGIN: Duration = Duration::from_secs(60);
        let now = match tamper {
            Tamper::Stale => now.checked_sub(MARGIN)?,
            Tamper::Future => now.checked_add(MARGIN)?,
            _ => now,
        };
        self.from(now).tampered(tamper)
    }

    fn from(&self, now: SystemTime) -> Genuine {
        self.genuine.clone().at(self.at.from(now))
    }
}

/// Whether a private key can sign.
fn signs_with_key(scheme: &Scheme) -> bool {
    let others = scheme.alternatives().iter().map(|way| way.algorithm);
    let mut ways = std::iter::once(scheme.algorithm()).chain(others);
    ways.any(Algorithm::has_public_key)
}

/// All of a request that signing may change.
fn parts_of(request: &Request<Bytes>) -> (Uri, HeaderMap, Bytes) {
    (request.uri().clone(), request.headers().clone(), request.body().clone())
}

/// What is sent.
struct Content {
    from: Origin,
    /// What it is called for people: its event, its sample, or whose body it is.
    name: String,
}

enum Origin {
    Body(Bytes),
    Sample,
    Event,
}

impl Content {
    fn read(provider: &Provider, args: &DraftArgs) -> Result<Self, Failure> {
        if let Some(event) = &args.event {
            note_unknown(provider, event);
        }
        if let Some(path) = &args.body {
            let body = input::read(path, input::DEFAULT_LIMIT)?;
            return Ok(Self { from: Origin::Body(body.into()), name: path.display().to_string() });
        }
        if let Some(text) = &args.data {
            let body = Bytes::copy_from_slice(text.as_bytes());
            return Ok(Self { from: Origin::Body(body), name: "a body of yours".to_owned() });
        }
        if let Some(name) = &args.sample {
            let is_there = provider.samples.iter().any(|sample| sample.name == name);
            return if is_there {
                Ok(Self { from: Origin::Sample, name: name.clone() })
            } else {
                Err(provider.unknown_sample(name))
            };
        }
        Ok(match &args.event {
            Some(event) => Self { from: Origin::Event, name: event.clone() },
            None => Self::usual(provider),
        })
    }

    /// Where nothing is asked for: a published body that names its event, else any, else the first
    /// event that is known, else a test.
    fn usual(provider: &Provider) -> Self {
        let named = provider.samples.iter().find(|sample| !sample.event.is_empty());
        if let Some(sample) = named.or(provider.samples.first()) {
            return Self { from: Origin::Sample, name: sample.name.to_owned() };
        }
        let event = provider.events.first().copied().unwrap_or("test");
        Self { from: Origin::Event, name: event.to_owned() }
    }

    /// The body that was given.
    fn body(&self) -> Option<&Bytes> {
        match &self.from {
            Origin::Body(body) => Some(body),
            Origin::Sample | Origin::Event => None,
        }
    }

    /// A delivery of it, named as asked for.
    fn of(&self, sender: &Sender, event: Option<&str>) -> Genuine {
        let genuine = match &self.from {
            Origin::Body(body) => sender.body(body.clone()),
            Origin::Sample => match sender.sample(&self.name) {
                Some(genuine) => genuine,
                None => sender.event(&self.name),
            },
            Origin::Event => sender.event(&self.name),
        };
        match event {
            Some(event) => genuine.event(event),
            None => genuine,
        }
    }
}

fn sender(provider: &Provider, address: &Uri, url: Option<&str>) -> Sender {
    let samples = provider.samples.iter().map(|sample| SampleBody {
        name: sample.name,
        event: sample.event,
        body: sample.body,
    });
    let sender = Sender::new(provider.scheme).with_samples(samples);
    match (url, address.scheme_str(), address.authority()) {
        (Some(url), ..) => sender.with_url(url),
        (None, Some(scheme), Some(authority)) => sender.with_url(format!("{scheme}://{authority}")),
        _ => sender,
    }
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
