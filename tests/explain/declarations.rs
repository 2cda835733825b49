//! Declarations that are not how the sender signs, and other providers'.

use webhook_kit::{
    Scheme, Secret,
    declared::{self, Declared},
    explain::{Cause, Explainer},
    scheme::{Algorithm, Encoding},
    testing::Sender,
};

use super::{Provider, Table, all};

/// The scheme with one line of its declaration changed; `None` if that would be none.
pub(super) fn changed(
    scheme: &'static Scheme,
    change: impl Fn(&str) -> Option<String>,
) -> Option<&'static Scheme> {
    let table = Declared { scheme, events: &[] }.to_toml()?;
    Some(declared::from_toml(&change(&table)?).ok()?.first()?.scheme)
}

pub(super) fn replaced(table: &str, from: &str, to: &str) -> Option<String> {
    table.contains(from).then(|| table.replacen(from, to, 1))
}

#[test]
fn declarations_that_are_wrong() {
    let mut table = Table::default();
    for provider in all() {
        let sha512 = |t: &str| replaced(t, "algo = \"sha256\"", "algo = \"sha512\"");
        let sha256 = |t: &str| replaced(t, "algo = \"sha1\"", "algo = \"sha256\"");
        let base64 = |t: &str| {
            let other = replaced(t, "encoding = \"hex-upper\"", "encoding = \"base64\"");
            let has_own = t.contains("encoding = ");
            let added = || replaced(t, "\nheader = ", "\nencoding = \"base64\"\nheader = ");
            if has_own { other } else { added() }
        };
        let hex = |t: &str| replaced(t, "encoding = \"base64\"", "encoding = \"hex\"");
        let header = |t: &str| replaced(t, "\nheader = \"", "\nheader = \"other-");
        let is = |header: Option<&str>, algorithm, encoding| {
            let header = header.map(str::to_owned);
            Cause::Signature { header, algorithm, encoding }
        };
        let other_header = provider
            .scheme
            .headers()
            .first()
            .map(|name| format!("other-{}", name.replace("{n}", "1")));
        let rows = [
            (
                "sha512",
                changed(provider.scheme, sha512),
                is(None, Some(Algorithm::HmacSha512), None),
            ),
            (
                "sha256",
                changed(provider.scheme, sha256),
                is(None, Some(Algorithm::HmacSha256), None),
            ),
            ("base64", changed(provider.scheme, base64), is(None, None, Some(Encoding::Base64))),
            ("hex", changed(provider.scheme, hex), is(None, None, Some(Encoding::Hex))),
            ("header", changed(provider.scheme, header), is(other_header.as_deref(), None, None)),
        ];
        for (what, scheme, expected) in rows {
            let Some(scheme) = scheme else { continue };
            let sender = Sender::new(scheme)
                .with_secret(Secret::new(provider.signs_with))
                .with_url(super::URL);
            let Some(request) = provider.sent(&sender, provider.body.clone()) else { continue };
            let owner = provider.owner(provider.secret);
            table.row(what, &provider, &owner, request, |cause| *cause == expected);
        }
        // Without what stands before the signature.
        let Some(request) = provider.sent(&provider.own(), provider.body.clone()) else { continue };
        let Some(name) = provider.scheme.headers().first() else { continue };
        let Some(value) = request.headers().get(*name).and_then(|value| value.to_str().ok()) else {
            continue;
        };
        let bare = value.strip_prefix("sha256=").or_else(|| value.strip_prefix("sha1="));
        if let Some(bare) = bare.map(str::to_owned) {
            let mut request = request.clone();
            request.headers_mut().insert(*name, bare.parse().expect("a value"));
            let owner = provider.owner(provider.secret);
            let expected = is(None, None, None);
            table.row("shape", &provider, &owner, request, |cause| *cause == expected);
        }
    }
    table.holds(5);
}

/// The catalogue's providers, each taken for some others.
#[test]
fn the_wrong_provider() {
    let mut table = Table::default();
    let providers: Vec<Provider> = all();
    let candidates: Vec<&'static Scheme> =
        providers.iter().map(|provider| provider.scheme).collect();
    for (index, sender) in providers.iter().enumerate() {
        let Some(request) = sender.sent(&sender.own(), sender.body.clone()) else { continue };
        for step in [1, 7, 40] {
            let taken_for = &providers[(index + step) % providers.len()];
            let owner = Explainer::new(taken_for.scheme, Secret::new(sender.secret));
            let owner = owner
                .at(webhook_kit::Clock::now(&webhook_kit::testing::TestClock::default()))
                .url(super::URL)
                .expect("an address")
                .candidates(candidates.iter().copied());
            table.row(
                "another provider",
                sender,
                &owner,
                request.clone(),
                |cause| matches!(cause, Cause::Provider { fits } if fits.contains(&sender.name())),
            );
        }
    }
    table.holds(300);
}
