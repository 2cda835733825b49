//! Explanation, over every provider: the true cause is named where it can occur, and none where
//! there is none.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

#[path = "../catalogue/mod.rs"]
mod catalogue;

mod bodies;
mod declarations;
mod none;
mod secrets;
mod times;
mod urls;

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use webhook_kit::{
    Clock as _, Scheme, Secret,
    declared::Declared,
    explain::{Cause, Diagnosis, Explainer},
    testing::{Sender, TestClock},
};

const URL: &str = "https://hooks.example.com";

/// A provider, and what it needs to send something.
struct Provider {
    scheme: &'static Scheme,
    secret: String,
    body: Bytes,
    headers: &'static [(&'static str, &'static str)],
    event: Option<&'static str>,
}

/// Every provider that there is.
fn all() -> Vec<Provider> {
    let declared = catalogue::all().map(|entry| Provider {
        scheme: entry.scheme,
        secret: entry.secret.to_owned(),
        body: Bytes::from_static(entry.body.as_bytes()),
        headers: entry.headers,
        event: None,
    });
    let catalogue = webhook_kit::providers::all().iter().map(|entry| {
        let event = entry.events.first().copied();
        Provider {
            scheme: entry.scheme,
            secret: secret_of(entry.scheme),
            body: Sender::new(entry.scheme).event(event.unwrap_or_default()).request().into_body(),
            headers: &[],
            event,
        }
    });
    declared.chain(catalogue).collect()
}

/// What a key of the declaration says.
fn value_of(scheme: &'static Scheme, key: &str) -> Option<String> {
    let declaration = Declared { scheme, events: &[] }.to_attribute();
    let (_, rest) = declaration.split_once(&format!("\n    {key} = \""))?;
    Some(rest.split_once('"')?.0.to_owned())
}

/// The text of a secret of the form that the declaration says.
fn secret_of(scheme: &'static Scheme) -> String {
    let value = |key| value_of(scheme, key);
    let text = match (value("algo").as_deref(), value("key").as_deref()) {
        (Some("basic"), _) => "user:a password".to_owned(),
        (_, Some("hex")) => "5ec12e7a11d0c5".repeat(4),
        (_, Some(_)) => "c2VjcmV0cyBvZiBzb21lIGxlbmd0aA==".to_owned(),
        (_, None) => "a secret of some length".to_owned(),
    };
    format!("{}{text}", value("key_prefix").unwrap_or_default())
}

impl Provider {
    fn sender(&self, secret: impl Into<Vec<u8>>) -> Sender {
        Sender::new(self.scheme).with_secret(Secret::new(secret)).with_url(URL)
    }

    fn own(&self) -> Sender {
        self.sender(self.secret.as_str())
    }

    /// What a sender sends with this body; `None` where it can send none that is genuine.
    fn sent(&self, sender: &Sender, body: impl Into<Bytes>) -> Option<Request<Bytes>> {
        let mut genuine =
            sender.body(body).uri("/hooks/in?tenant=4&data.id=9".parse().expect("an address"));
        for (name, value) in self.headers {
            let value = HeaderValue::from_static(value);
            genuine = genuine.header(HeaderName::from_static(name), value);
        }
        if let Some(event) = self.event {
            genuine = genuine.event(event);
        }
        let request = genuine.request();
        let verifier = sender.scheme().verifier(sender.secret()).ok()?.clock(sender.clock());
        let (parts, body) = request.clone().into_parts();
        verifier.url(URL).expect("an address").verify(&parts, body).ok()?;
        Some(request)
    }

    /// The owner, with this secret.
    fn owner(&self, secret: impl Into<Vec<u8>>) -> Explainer {
        let owner = Explainer::new(self.scheme, Secret::new(secret));
        owner.at(TestClock::default().now()).url(URL).expect("an address")
    }

    fn name(&self) -> &'static str {
        self.scheme.name()
    }
}

/// What was tried, and what was not explained.
#[derive(Default)]
struct Table {
    rows: BTreeMap<&'static str, usize>,
    wrong: Vec<String>,
}

impl Table {
    /// A way of breaking a delivery: the cause has to be named, where the delivery is refused.
    fn row(
        &mut self,
        what: &'static str,
        provider: &Provider,
        owner: &Explainer,
        request: Request<Bytes>,
        is_it: impl Fn(&Cause) -> bool,
    ) {
        let (parts, body) = request.into_parts();
        let diagnosis = owner.explain(&parts, body.clone());
        shows_nothing(&diagnosis, provider);
        if diagnosis.is_genuine() {
            return;
        }
        *self.rows.entry(what).or_default() += 1;
        if !diagnosis.causes.iter().any(is_it) {
            let name = provider.name();
            self.wrong.push(format!("{name}, {what}: {diagnosis}\n  {parts:?}\n  {body:?}"));
        }
    }

    /// All that was refused was explained, and each row has occurred for so many providers.
    fn holds(&self, least: usize) {
        println!("{:#?}", self.rows);
        assert!(self.wrong.is_empty(), "{}: {}", self.wrong.len(), self.wrong.join("\n"));
        let rare: Vec<_> = self.rows.iter().filter(|(_, count)| **count < least).collect();
        assert!(!self.rows.is_empty() && rare.is_empty(), "{rare:?}");
    }
}

/// Nothing that an explanation says holds a secret.
fn shows_nothing(diagnosis: &Diagnosis, provider: &Provider) {
    let serialised = serde_json::to_string(diagnosis).expect("a document");
    let shown = format!("{diagnosis} {diagnosis:?} {serialised}");
    assert!(!shown.contains(&provider.secret), "{}: {shown}", provider.name());
}
