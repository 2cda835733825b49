//! `webhook send`

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant, SystemTime},
};

use bytes::Bytes;
use clap::{
    Arg, Args,
    builder::{PossibleValue, TypedValueParser},
};
use http::{Request, StatusCode};
use serde_json::json;
use webhook_kit::{grammar::parse_duration, testing::Tamper};

use crate::{
    catalogue::Provider,
    context::{Context, ProviderName},
    draft::{Draft, DraftArgs},
    exit::Exit,
    failure::Failure,
    input,
    output::{self, BAD, Excerpt, FAINT, GOOD, NAME, Output, Shown},
    recorded,
    runtime::block_on,
    secrets::SecretArgs,
    when::rfc3339,
    wire::{
        client::{DEFAULT_TIMEOUT, Target},
        load::{self, Plan},
    },
};

mod summary;

/// How much of an answer's body is shown.
const SHOWN: usize = 1000;

/// Send a delivery as the provider would
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook send fincra http://127.0.0.1:3000 --event payout.successful
  webhook send fincra http://127.0.0.1:3000 --tamper body-byte           is that refused?
  webhook send fincra http://127.0.0.1:3000 --tamper all                 is anything taken?
  webhook send ratio http://127.0.0.1:3000 --body mine.json --at -10m    as of ten minutes ago
  webhook send fincra http://127.0.0.1:3000 --repeat 5000 --rate 200     under load
  webhook send fincra http://127.0.0.1:3000 --replay request.http        as it was recorded

Ends with 0 if the delivery was acknowledged as this provider wants it, or refused where it was
tampered with; with 1 if not.")]
pub(crate) struct Send {
    /// The provider
    #[arg(value_parser = ProviderName, hide_possible_values = true)]
    provider: String,

    /// The address to send to
    address: String,

    #[command(flatten)]
    draft: DraftArgs,

    /// Send this recorded request as it is, signature and all. No secret is needed
    #[arg(long, value_name = "FILE", help_heading = "Delivery")]
    #[arg(conflicts_with_all = ["content", "event", "at", "id", "headers", "url", "tamper", "repeat"])]
    replay: Option<PathBuf>,

    /// Tamper with it in this way, or in `all` of them, one after another
    #[arg(long, value_name = "HOW", value_parser = TamperName, help_heading = "Delivery")]
    #[arg(hide_possible_values = true, conflicts_with = "repeat")]
    tamper: Option<Tampering>,

    /// The status to expect instead of the provider's acknowledgement: what it ends with 0 for
    #[arg(long, value_name = "STATUS")]
    expect: Option<StatusCode>,

    /// How long to wait for an answer: `5s`, `1m`, ..
    #[arg(long, value_name = "DURATION", value_parser = parse_duration)]
    timeout: Option<Duration>,

    #[command(flatten)]
    load: LoadArgs,

    #[command(flatten)]
    secrets: SecretArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Load")]
struct LoadArgs {
    /// Send so many, each signed when it is sent
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..))]
    repeat: Option<u64>,

    /// So many a second, instead of as fast as answers come
    #[arg(long, value_name = "NUMBER", requires = "repeat", value_parser = rate)]
    rate: Option<f64>,

    /// Each with an id of its own, where the provider sends one; else they are repetitions
    #[arg(long, requires = "repeat")]
    new_ids: bool,

    /// Over so many connections
    #[arg(long, value_name = "NUMBER", requires = "repeat", default_value_t = 8)]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=1000))]
    connections: u64,
}

fn rate(text: &str) -> Result<f64, String> {
    let rate = text.parse().ok().filter(|rate: &f64| (0.001..=1e6).contains(rate));
    rate.ok_or_else(|| format!("`{text}` is no rate: write how many a second, as in `50` or `0.5`"))
}

impl Send {
    pub(crate) fn run(self, context: &Context) -> Result<Exit, Failure> {
        let output = context.output;
        let provider = context.catalogue.find(&self.provider)?;
        let target = Target::parse(&self.address, self.timeout.unwrap_or(DEFAULT_TIMEOUT))?;
        let expected = Expected { provider, status: self.expect, must: Must::Acknowledge };
        let errand = Errand { target, output };
        if let Some(path) = &self.replay {
            return block_on(errand.replay(path, expected));
        }
        let secret = self.secrets.one(&provider)?;
        let draft = Draft::new(&provider, secret, errand.target.uri(), &self.draft)?;
        match (self.load.repeat, self.tamper) {
            (Some(repeat), _) => block_on(errand.load(draft, repeat, &self.load, expected)),
            (None, Some(tampering)) => block_on(errand.tamper(&draft, tampering, expected)),
            (None, None) => {
                let request = draft.request(SystemTime::now());
                let sent = Sent { name: draft.name, tamper: None, request };
                block_on(errand.send(sent, expected)).map(Exit::of)
            }
        }
    }
}

/// Where it is sent to, and how it is told.
struct Errand {
    target: Target,
    output: Output,
}

/// Which answer is a good one.
#[derive(Debug, Clone, Copy)]
struct Expected {
    provider: Provider,
    /// What the user expects, whatever is sent.
    status: Option<StatusCode>,
    must: Must,
}

/// What the receiver has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Must {
    Acknowledge,
    /// It was tampered with.
    Refuse,
    /// It was tampered with in a way that changes nothing that counts: either is right.
    Answer,
}

impl Expected {
    fn acknowledges(&self, status: StatusCode) -> bool {
        self.provider.scheme.acknowledges(status.as_u16())
    }

    fn is(&self, status: StatusCode) -> bool {
        match (self.status, self.must) {
            (Some(expected), _) => status == expected,
            (None, Must::Acknowledge) => self.acknowledges(status),
            (None, Must::Refuse) => !self.acknowledges(status),
            (None, Must::Answer) => true,
        }
    }

    /// What is said of an answer.
    fn word(&self, status: StatusCode) -> &'static str {
        match (self.status, self.must, self.acknowledges(status)) {
            (Some(expected), ..) if expected == status => "as expected",
            (Some(_), ..) => "not as expected",
            (None, Must::Acknowledge, true) => "acknowledged",
            (None, Must::Acknowledge, false) => "not acknowledged",
            (None, Must::Refuse, false) => "refused",
            (None, Must::Refuse, true) => "TAKEN",
            (None, Must::Answer, true) => "taken, harmless",
            (None, Must::Answer, false) => "refused, harmless",
        }
    }
}

fn replayed(target: &Target, recorded: &http::Uri) -> Result<http::Uri, Failure> {
    let uri = target.uri();
    let (None, Some(query)) = (uri.query(), recorded.query()) else { return Ok(uri.clone()) };
    format!("{}?{query}", uri.to_string().trim_end_matches('?')).parse().map_err(|_| {
        Failure::Address { address: uri.to_string(), why: "cannot carry the recorded query" }
    })
}

struct Sent {
    /// What is sent: an event, a sample, a file.
    name: String,
    /// In which way it was tampered with.
    tamper: Option<Tamper>,
    request: Request<Bytes>,
}

impl Errand {
    /// Sends what was recorded, as it was recorded.
    async fn replay(&self, path: &Path, expected: Expected) -> Result<Exit, Failure> {
        let mut all_good = true;
        for mut one in recorded::read(path, input::DEFAULT_LIMIT)? {
            // The path is that of the address; what the query says belongs to the delivery.
            *one.request.uri_mut() = replayed(&self.target, one.request.uri())?;
            let sent = Sent { name: one.origin, tamper: None, request: one.request };
            all_good &= self.send(sent, expected).await?;
        }
        Ok(Exit::of(all_good))
    }

    /// Sends it tampered with, in one way or in all that there are.
    async fn tamper(
        &self,
        draft: &Draft,
        tampering: Tampering,
        expected: Expected,
    ) -> Result<Exit, Failure> {
        let ways = match &tampering {
            Tampering::All => Tamper::ALL,
            Tampering::One(one) => std::slice::from_ref(one),
        };
        let (mut all_good, mut sent_any) = (true, false);
        for tamper in ways {
            let Some(tampered) = draft.tampered(*tamper, SystemTime::now()) else { continue };
            let sent =
                Sent { name: draft.name.clone(), tamper: Some(*tamper), request: tampered.request };
            let must = if tampered.must_be_refused { Must::Refuse } else { Must::Answer };
            all_good &= self.send(sent, Expected { must, ..expected }).await?;
            sent_any = true;
        }
        if !sent_any {
            return Err(Failure::Usage {
                what: format!(
                    "this cannot be done to a delivery of `{}`",
                    expected.provider.name()
                ),
                remedy: "`--tamper all` does whatever can be done",
            });
        }
        Ok(Exit::of(all_good))
    }

    /// Sends many.
    async fn load(
        &self,
        draft: Draft,
        repeat: u64,
        args: &LoadArgs,
        expected: Expected,
    ) -> Result<Exit, Failure> {
        let plan = Plan { repeat, rate: args.rate, connections: args.connections };
        let new_ids = args.new_ids;
        let run = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .map_or(0, |since| since.as_micros());
        let make = Arc::new(move |number, now| {
            if new_ids {
                return draft.clone().with_id(format!("load-{run}-{number}")).request(now);
            }
            draft.request(now)
        });
        let all = load::run(&self.target, plan, make).await?;
        let good = all.count(|status| expected.is(status));
        summary::summarise(self.output, plan, &all, good)?;
        Ok(Exit::of(good == repeat))
    }

    /// Sends one, prints what became of it, and tells whether that is good.
    async fn send(&self, sent: Sent, expected: Expected) -> Result<bool, Failure> {
        let Sent { name, tamper, request } = sent;
        let (method, bytes) = (request.method().clone(), request.body().len());
        let started = Instant::now();
        let answer = self.target.send(request).await?;
        let took = started.elapsed();
        let (status, is_good) = (answer.status, expected.is(answer.status));
        let provider = expected.provider.name();
        if self.output.is_json() {
            output::json_line(&json!({
                "provider": provider,
                "sent": name,
                "tamper": tamper.map(Tamper::as_str),
                "method": method.as_str(),
                "address": self.target.uri().to_string(),
                "bytes": bytes,
                "at": rfc3339(SystemTime::now()),
                "status": status.as_u16(),
                "acknowledged": expected.acknowledges(status),
                "must_be_refused": expected.must == Must::Refuse,
                "good": is_good,
                "milliseconds": milliseconds(took),
                "answer": String::from_utf8_lossy(&answer.body),
            }))?;
            return Ok(is_good);
        }
        let (style, word) = (if is_good { GOOD } else { BAD }, expected.word(status));
        let took = milliseconds(took);
        if let Some(tamper) = tamper {
            output::line(format_args!(
                "{style}{word:17}{style:#}  {NAME}{tamper:22}{NAME:#}  {FAINT}{status} in {took:.1} ms{FAINT:#}"
            ))?;
            return Ok(is_good);
        }
        output::line(format_args!(
            "{NAME}{provider}{NAME:#}  {}  {FAINT}{bytes} bytes to{FAINT:#} {}",
            Shown(&name),
            self.target.uri()
        ))?;
        output::line(format_args!("{style}{word}{style:#}  {status} in {took:.1} ms"))?;
        let body = answer.body.trim_ascii();
        if !body.is_empty() {
            output::line(Excerpt(body, SHOWN))?;
        }
        Ok(is_good)
    }
}

/// In which ways to tamper.
#[derive(Debug, Clone, Copy)]
enum Tampering {
    All,
    One(Tamper),
}

/// The name of a way to tamper, or `all`.
#[derive(Debug, Clone, Copy)]
struct TamperName;

impl TypedValueParser for TamperName {
    type Value = Tampering;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Tampering, clap::Error> {
        let parse = |name: &str| match name {
            "all" => Ok(Tampering::All),
            name => name.parse().map(Tampering::One),
        };
        parse.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let names = Tamper::ALL.iter().map(|tamper| tamper.as_str());
        Some(Box::new(std::iter::once("all").chain(names).map(PossibleValue::new)))
    }
}

fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e5).round() / 100.0
}
