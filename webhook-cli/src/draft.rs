//! The delivery that `sign` and `send` make.

use std::{path::PathBuf, time::SystemTime};

use bytes::Bytes;
use clap::Args;
use http::{HeaderName, HeaderValue, Method, Request, Uri};
use webhook_kit::Secret;

use crate::{catalogue::Provider, failure::Failure, input, when::When};

/// What a delivery is made of.
#[derive(Debug, Args)]
#[command(next_help_heading = "Delivery")]
pub(crate) struct DraftArgs {
    /// A file with the body; `-` is standard input
    #[arg(long, value_name = "FILE", group = "content")]
    body: Option<PathBuf>,

    /// The body itself
    #[arg(long, value_name = "TEXT", group = "content")]
    data: Option<String>,

    /// The published body of this event
    #[arg(long, value_name = "NAME", group = "content")]
    event: Option<String>,

    /// The published body of this name: `webhook show PROVIDER` lists them
    #[arg(long, value_name = "NAME", group = "content")]
    sample: Option<String>,

    /// When it is signed: `now`, `-10m`, `+90s`, seconds since 1970, or RFC 3339
    #[arg(long, value_name = "WHEN", default_value = "now", allow_hyphen_values = true)]
    #[arg(hide_default_value = true)]
    pub(crate) at: When,

    /// The delivery's id, where it stands in a header
    #[arg(long)]
    id: Option<String>,

    /// Another header, as in `x-event: order.paid`
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = header)]
    headers: Vec<(HeaderName, HeaderValue)>,

    /// The method
    #[arg(long, default_value = "POST", hide_default_value = true)]
    method: Method,

    /// The public address of the receiver as it verifies it, where that is not the one that is sent
    /// to. Some providers sign it
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,
}

fn header(text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let parsed = text.split_once(':').and_then(|(name, value)| {
        Some((name.trim().parse().ok()?, HeaderValue::from_str(value.trim()).ok()?))
    });
    parsed.ok_or_else(|| format!("`{text}` is no header: write it as in `x-event: order.paid`"))
}

/// A delivery that can be signed again and again.
#[derive(Debug)]
pub(crate) struct Draft {
    provider: Provider,
    secret: Secret,
    body: Bytes,
    uri: Uri,
    args: DraftArgs,
    /// What the body is called: the event or the sample.
    pub(crate) name: Option<&'static str>,
}

impl Draft {
    /// Reads the body.
    pub(crate) fn new(
        provider: Provider,
        secret: Secret,
        uri: Uri,
        args: DraftArgs,
    ) -> Result<Self, Failure> {
        // A secret that the scheme cannot use makes signatures that nobody takes.
        provider.scheme.verifier(secret.clone())?;
        let wanted = args.event.as_ref().or(args.sample.as_ref());
        let (body, name) = match (&args.body, &args.data, wanted) {
            (Some(path), _, _) => (input::read(path, input::DEFAULT_LIMIT)?.into(), None),
            (_, Some(text), _) => (Bytes::from(text.clone()), None),
            (_, _, Some(wanted)) => {
                let sample = provider.sample(wanted)?;
                (Bytes::from_static(sample.body.as_bytes()), Some(sample.name))
            }
            _ => match provider.first_sample() {
                Some(sample) => (Bytes::from_static(sample.body.as_bytes()), Some(sample.name)),
                None => {
                    return Err(Failure::UnknownSample {
                        provider: provider.name(),
                        wanted: "any event".to_owned(),
                        known: Vec::new(),
                    });
                }
            },
        };
        Ok(Self { provider, secret, body, uri, args, name })
    }

    /// The body before it is signed.
    pub(crate) fn body(&self) -> &Bytes {
        &self.body
    }

    /// The address before it is signed.
    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// When it is signed, if it is signed now.
    pub(crate) fn at(&self, now: SystemTime) -> SystemTime {
        self.args.at.from(now)
    }

    /// The delivery as the provider would send it, from now.
    pub(crate) fn request(&self, now: SystemTime) -> Request<Bytes> {
        let mut signing = self
            .provider
            .scheme
            .sign(&self.secret, self.body.clone())
            .at(self.at(now))
            .uri(self.uri.clone())
            .method(self.args.method.clone());
        if let Some(id) = &self.args.id {
            signing = signing.id(id.clone());
        }
        if let Some(url) = &self.args.url {
            signing = signing.url(url.clone());
        }
        for (name, value) in &self.args.headers {
            signing = signing.header(name.clone(), value.clone());
        }
        signing.request()
    }
}
