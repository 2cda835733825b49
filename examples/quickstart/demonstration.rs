//! What the quickstart shows: deliveries that it sends to itself, and commands to send more.

use std::{
    convert::Infallible,
    error::Error,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use http_body_util::Full;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use webhook_kit::{
    Outcome, Provider, Report, Secret, SetupError,
    providers::{ascend::Ascend, fincra::Fincra, goodstack::Goodstack, ratio::Ratio, waldo::Waldo},
};

/// One secret a provider.
#[derive(Clone)]
pub(crate) struct Secrets {
    pub(crate) fincra: Secret,
    pub(crate) ratio: Secret,
    pub(crate) ascend: Secret,
    pub(crate) waldo: Secret,
    pub(crate) goodstack: Secret,
}

impl Secrets {
    /// From the environment; where a variable is not set, a demonstration secret.
    pub(crate) fn from_env() -> Result<Self, SetupError> {
        Ok(Self {
            fincra: secret("FINCRA_WEBHOOK_SECRET", "6d1d475adef242e59a648335288ee80b")?,
            ratio: secret("RATIO_WEBHOOK_SECRET", "secretstring")?,
            ascend: secret("ASCEND_WEBHOOK_SECRET", "MY_SECRET")?,
            waldo: secret("WALDO_WEBHOOK_SECRET", "ws.demonstration")?,
            goodstack: secret("GOODSTACK_WEBHOOK_SECRET", "sk_xxxxxxxxxxxxxxxxxxxxxxxx")?,
        })
    }
}

/// A variable that is set and unusable is an error; only one that is not set has a stand-in.
fn secret(variable: &str, demonstration: &str) -> Result<Secret, SetupError> {
    if std::env::var_os(variable).is_some() {
        return Secret::from_env(variable);
    }
    println!("{variable} is not set: using the demonstration secret `{demonstration}`");
    Ok(Secret::new(demonstration))
}

/// What became of the last delivery, as the endpoints say it: more than the sender learns.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<String>>);

impl Log {
    pub(crate) fn observer(&self) -> impl Fn(&Report<'_>) + Send + Sync + 'static {
        let log = self.clone();
        move |report| {
            let outcome = match report.outcome {
                Outcome::Rejected(rejection) => {
                    format!("{}: {rejection}", report.outcome.as_str())
                }
                outcome => outcome.as_str().to_owned(),
            };
            *log.lock() = outcome;
        }
    }

    fn last(&self) -> String {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A provider's sample, and where another event of the kind would differ from it.
struct Sample {
    provider: &'static str,
    event: &'static str,
    body: &'static str,
    /// A text of the body that identifies the event.
    identity: &'static str,
}

/// The providers' own published samples. Ratio publishes none: its sample is built from the
/// envelope and the types that it documents.
const SAMPLES: [Sample; 5] = [
    Sample {
        provider: "fincra",
        event: "payout.successful",
        body: include_str!("../../webhook-providers/samples/fincra/payout.successful.json"),
        identity: "33aef44be6f7441a",
    },
    Sample {
        provider: "ratio",
        event: "ACTIVITY_UPDATED",
        body: include_str!("ratio.json"),
        identity: "event_01",
    },
    Sample {
        provider: "ascend",
        event: "invoice.paid",
        body: include_str!("../../webhook-providers/samples/ascend/invoice.paid.json"),
        identity: "38270784-e975-444d-bedb-664ae41055e7",
    },
    Sample {
        provider: "waldo",
        event: "evaluation",
        body: include_str!("../../webhook-providers/samples/waldo/evaluation.json"),
        identity: "ayclpQyi6p",
    },
    Sample {
        provider: "goodstack",
        event: "donation.payment_successful",
        body: include_str!(
            "../../webhook-providers/samples/goodstack/donation.payment_successful.json"
        ),
        identity: "event_xxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    },
];

type Request = http::Request<bytes::Bytes>;

/// Signs a body as the provider would.
fn sign(provider: &str, secrets: &Secrets, body: String) -> Request {
    match provider {
        "fincra" => Fincra::sign(&secrets.fincra, body).request(),
        "ratio" => Ratio::sign(&secrets.ratio, body).request(),
        "ascend" => Ascend::sign(&secrets.ascend, body).request(),
        "waldo" => Waldo::sign(&secrets.waldo, body).request(),
        _ => Goodstack::sign(&secrets.goodstack, body).request(),
    }
}

/// Sends every sample twice, genuine and tampered with, and shows what was answered; then prints
/// the commands. Does not return: the server listens on.
pub(crate) async fn run(
    address: SocketAddr,
    secrets: &Secrets,
    log: &Log,
) -> Result<Infallible, Box<dyn Error>> {
    println!("\nsending one genuine and one tampered delivery of each provider:");
    let mut rows = Vec::new();
    for sample in &SAMPLES {
        let request = sign(sample.provider, secrets, sample.body.to_owned());
        let status = send(address, sample.provider, request).await?;
        rows.push((sample, "genuine", status, log.last()));
        let mut request = sign(sample.provider, secrets, sample.body.to_owned());
        *request.body_mut() = sample.body.replace(sample.identity, "tampered").into();
        let status = send(address, sample.provider, request).await?;
        rows.push((sample, "tampered", status, log.last()));
    }
    println!("\n{:<11}{:<29}{:<10}{:<8}what happened", "provider", "event", "delivery", "answer");
    for (sample, kind, status, outcome) in rows {
        let Sample { provider, event, .. } = sample;
        println!("{provider:<11}{event:<29}{kind:<10}{:<8}{outcome}", status.as_u16());
    }
    println!(
        "\nsend more of them (the signed timestamps of ratio and ascend hold for five minutes):"
    );
    for sample in &SAMPLES {
        // Another event: one that was handled is acknowledged, and not handled again.
        let body: String = sample.body.split_whitespace().collect::<Vec<_>>().join(" ");
        let body = body.replace(sample.identity, &format!("{}_curl", sample.identity));
        println!("\n{}", curl(address, sample.provider, &sign(sample.provider, secrets, body)));
    }
    println!();
    std::future::pending().await
}

/// One request over a connection of its own.
async fn send(
    address: SocketAddr,
    provider: &str,
    mut request: Request,
) -> Result<http::StatusCode, Box<dyn Error>> {
    *request.uri_mut() = format!("/webhooks/{provider}").parse()?;
    request.headers_mut().insert(http::header::HOST, address.to_string().parse()?);
    let stream = TokioIo::new(TcpStream::connect(address).await?);
    let (mut sender, connection) = hyper::client::conn::http1::handshake(stream).await?;
    tokio::spawn(connection);
    Ok(sender.send_request(request.map(Full::new)).await?.status())
}

/// A command that sends the request, ready to be pasted into a shell.
fn curl(address: SocketAddr, provider: &str, request: &Request) -> String {
    let mut lines = vec![format!("curl -i http://{address}/webhooks/{provider}")];
    for (name, value) in request.headers() {
        lines.push(format!("-H '{name}: {}'", String::from_utf8_lossy(value.as_bytes())));
    }
    let body = String::from_utf8_lossy(request.body()).replace('\'', r"'\''");
    lines.push(format!("--data-raw '{body}'"));
    lines.join(" \\\n  ")
}
