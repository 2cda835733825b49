//! `webhook send`

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant, SystemTime},
};

use bytes::Bytes;
use clap::Args;
use http::{Request, StatusCode};
use serde_json::json;
use webhook_kit::grammar::parse_duration;

use crate::{
    args::{Context, ProviderName},
    catalogue::Provider,
    draft::{Draft, DraftArgs},
    exit::Exit,
    failure::Failure,
    input,
    output::{self, BAD, Excerpt, FAINT, GOOD, NAME, Output},
    recorded,
    runtime::block_on,
    secrets::SecretArgs,
    when::rfc3339,
    wire::{
        client::{Answer, DEFAULT_TIMEOUT, Target},
        load::{self, Plan, Summary},
    },
};

/// How much of an answer's body is shown.
const SHOWN: usize = 1000;

/// Send a delivery as the provider would
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook send fincra http://127.0.0.1:3000 --event payout.successful
  webhook send ratio http://127.0.0.1:3000 --body mine.json --at -10m    as of ten minutes ago
  webhook send fincra http://127.0.0.1:3000 --repeat 5000 --rate 200     under load
  webhook send fincra http://127.0.0.1:3000 --replay request.http        as it was recorded

Ends with 0 if the delivery was acknowledged as this provider wants it, with 1 if not.")]
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
    #[arg(conflicts_with_all = ["content", "at", "id", "headers", "method", "url", "repeat"])]
    replay: Option<PathBuf>,

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
        let expected = Expected { provider, status: self.expect };
        if let Some(path) = &self.replay {
            let requests = recorded::read(path, input::DEFAULT_LIMIT)?;
            let mut all_good = true;
            for mut one in requests {
                // The path is that of the address; what the query says belongs to the delivery.
                *one.request.uri_mut() = replayed(&target, one.request.uri())?;
                let sent = Sent { name: Some(one.origin), request: one.request };
                all_good &= block_on(send(&target, sent, expected, output))?;
            }
            return Ok(Exit::of(all_good));
        }
        let secret = self.secrets.one(&provider)?;
        let draft = Draft::new(provider, secret, target.uri().clone(), self.draft)?;
        let Some(repeat) = self.load.repeat else {
            let request = draft.request(SystemTime::now());
            let sent = Sent { name: draft.name.map(str::to_owned), request };
            return block_on(send(&target, sent, expected, output)).map(Exit::of);
        };
        let LoadArgs { rate, connections, .. } = self.load;
        let plan = Plan { repeat, rate, connections };
        let make = Arc::new(move |_, now| draft.request(now));
        let summary = block_on(load::run(&target, plan, make))?;
        let good = summary.count(|status| expected.is(status));
        summarise(output, plan, &summary, good)?;
        Ok(Exit::of(good == repeat))
    }
}

/// Which answer is a good one.
#[derive(Debug, Clone, Copy)]
struct Expected {
    provider: Provider,
    status: Option<StatusCode>,
}

impl Expected {
    fn is(&self, status: StatusCode) -> bool {
        match self.status {
            Some(expected) => status == expected,
            None => self.provider.scheme.acknowledges(status.as_u16()),
        }
    }

    /// What the sender makes of an answer.
    fn word(&self, status: StatusCode) -> &'static str {
        match (self.status, self.is(status)) {
            (None, true) => "acknowledged",
            (None, false) => "not acknowledged",
            (Some(_), true) => "as expected",
            (Some(_), false) => "not as expected",
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
    name: Option<String>,
    request: Request<Bytes>,
}

/// Sends one, prints what became of it, and tells whether that is good.
async fn send(
    target: &Target,
    sent: Sent,
    expected: Expected,
    output: Output,
) -> Result<bool, Failure> {
    let (method, bytes) = (sent.request.method().clone(), sent.request.body().len());
    let started = Instant::now();
    let answer = target.send(sent.request).await?;
    let took = started.elapsed();
    let is_good = expected.is(answer.status);
    let provider = expected.provider.name();
    if output.is_json() {
        output::json_line(&json!({
            "provider": provider,
            "sent": sent.name,
            "method": method.as_str(),
            "address": target.uri().to_string(),
            "bytes": bytes,
            "at": rfc3339(SystemTime::now()),
            "status": answer.status.as_u16(),
            "acknowledged": expected.provider.scheme.acknowledges(answer.status.as_u16()),
            "expected": is_good,
            "milliseconds": milliseconds(took),
            "answer": String::from_utf8_lossy(&answer.body),
        }))?;
        return Ok(is_good);
    }
    let name = sent.name.as_deref().unwrap_or("a body of yours");
    output::line(format_args!(
        "{NAME}{provider}{NAME:#}  {name}  {FAINT}{bytes} bytes to{FAINT:#} {}",
        target.uri()
    ))?;
    output::line(Line { answer: &answer, word: expected.word(answer.status), is_good, took })?;
    Ok(is_good)
}

/// An answer for people.
struct Line<'a> {
    answer: &'a Answer,
    word: &'static str,
    is_good: bool,
    took: Duration,
}

impl std::fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let style = if self.is_good { GOOD } else { BAD };
        let Answer { status, body, .. } = self.answer;
        write!(f, "{style}{}{style:#}  {status} in {:.1} ms", self.word, milliseconds(self.took))?;
        if body.trim_ascii().is_empty() {
            return Ok(());
        }
        write!(f, "\n{}", Excerpt(body.trim_ascii(), SHOWN))
    }
}

fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e5).round() / 100.0
}

fn summarise(output: Output, plan: Plan, summary: &Summary, good: u64) -> Result<(), Failure> {
    let Summary { statuses, unanswered, first_error, elapsed, latency } = summary;
    let answered: u64 = statuses.values().sum();
    let at = |quantile| latency.value_at_quantile(quantile);
    #[allow(clippy::cast_precision_loss, reason = "shown with two digits")]
    let per_second = answered as f64 / elapsed.as_secs_f64().max(1e-9);
    if output.is_json() {
        return output::json_line(&json!({
            "sent": plan.repeat,
            "good": good,
            "unanswered": unanswered,
            "statuses": statuses,
            "first_error": first_error,
            "seconds": elapsed.as_secs_f64(),
            "per_second": per_second,
            "latency_microseconds": {
                "min": latency.min(), "p50": at(0.5), "p90": at(0.9), "p99": at(0.99),
                "p99.9": at(0.999), "max": latency.max(),
            },
        }));
    }
    let style = if good == plan.repeat { GOOD } else { BAD };
    output::line(format_args!(
        "{style}{good} of {}{style:#} as they should be, {per_second:.0} a second, {:.2} s in all",
        plan.repeat,
        elapsed.as_secs_f64()
    ))?;
    for (status, count) in statuses {
        output::line(format_args!("  {status}  {count}"))?;
    }
    if let Some(error) = first_error {
        output::line(format_args!("  {unanswered} without an answer, the first: {error}"))?;
    }
    if answered == 0 {
        return Ok(());
    }
    #[allow(clippy::cast_precision_loss, reason = "shown with two digits")]
    let shown = |microseconds: u64| format!("{:.2}", microseconds as f64 / 1000.0);
    output::line(format_args!(
        "  {FAINT}ms:{FAINT:#} fastest {}  half {}  90 % {}  99 % {}  99.9 % {}  slowest {}",
        shown(latency.min()),
        shown(at(0.5)),
        shown(at(0.9)),
        shown(at(0.99)),
        shown(at(0.999)),
        shown(latency.max()),
    ))
}
