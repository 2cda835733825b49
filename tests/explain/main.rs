//! Explanation, over every provider: the true cause is named where it can occur, and none where
//! there is none.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

#[path = "../support/catalogue/mod.rs"]
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
    explain::{Cause, Diagnosis, Explainer},
    testing::{Sender, TestClock},
};

const URL: &str = "https://hooks.example.com";

/// A provider, and what it needs to send something.
struct Provider {
    scheme: &'static Scheme,
    /// What the owner has.
    secret: &'static str,
    /// What the sender signs with: the same, or the private key.
    signs_with: &'static str,
    body: Bytes,
    headers: &'static [(HeaderName, HeaderValue)],
}

/// Every provider that there is.
fn all() -> Vec<Provider> {
    let provider = |entry: &'static catalogue::Entry| Provider {
        scheme: entry.scheme,
        secret: entry.secret,
        signs_with: catalogue::keys::private(entry.secret),
        body: Bytes::from_static(entry.body.as_bytes()),
        headers: &entry.headers,
    };
    catalogue::all().map(provider).collect()
}

fn find(name: &str) -> Provider {
    all().into_iter().find(|provider| provider.name() == name).expect("a provider")
}

impl Provider {
    fn sender(&self, secret: impl Into<Vec<u8>>) -> Sender {
        Sender::new(self.scheme).with_secret(Secret::new(secret)).with_url(URL)
    }

    fn own(&self) -> Sender {
        self.sender(self.signs_with)
    }

    /// What a sender sends with this body; `None` where it can send none that is genuine.
    fn sent(&self, sender: &Sender, body: impl Into<Bytes>) -> Option<Request<Bytes>> {
        let mut genuine =
            sender.body(body).uri("/hooks/in?tenant=4&data.id=9".parse().expect("an address"));
        for (name, value) in self.headers {
            genuine = genuine.header(name.clone(), value.clone());
        }
        let request = genuine.request();
        let secret =
            if self.secret == self.signs_with { sender.secret() } else { Secret::new(self.secret) };
        let verifier = sender.scheme().verifier(secret).ok()?.clock(sender.clock());
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
        // It, and besides nothing but what is as true.
        let said = diagnosis.causes.iter().filter(|cause| !cause.is_about_time()).count();
        let providers = |cause: &&Cause| matches!(cause, Cause::Provider { .. });
        let others = said - diagnosis.causes.iter().filter(providers).count();
        if !diagnosis.causes.iter().any(is_it) || others > 1 {
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
    assert!(!shown.contains(provider.secret), "{}: {shown}", provider.name());
}
