//! `docs/providers.md`, the table of all providers, is made of their declarations: this test fails when
//! it does not say what they do. `WEBHOOK_BLESS=1` writes it.
//!
//! It counts against the list of schemes of the field that the catalogue was made from
//! (`vectors/catalogue/schemes.json`), where each that is not declared has its reason.

#![allow(clippy::expect_used, reason = "a test may panic")]

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
    path::Path,
};

use serde::Deserialize;
use webhook_kit::{
    grammar::{Declaration, parse_duration},
    providers::{self, Entry},
    scheme::{Algorithm, AlgorithmKind, Evidence},
};

const HEAD: &str = include_str!("providers_page.md");

/// What is to be said of handshakes beside those that are declared.
const OTHER_HANDSHAKES: &str = include_str!("providers_handshakes.md");

const SCHEMES: &str = include_str!("../vectors/catalogue/schemes.json");

/// What each tier adds to those above it.
const TIERS: &[(u8, &str)] = &[
    (1, "HMAC-SHA256 of the raw body"),
    (2, "a timestamp, literal text"),
    (3, "Standard Webhooks"),
    (4, "other digests, keys and text forms"),
    (5, "other headers, lists, positions"),
    (6, "URL, method, path, query, sorted parameters"),
    (7, "tokens and credentials"),
    (8, "fields of the body, plain hashes, derived keys"),
    (9, "configured public keys"),
    (10, "JSON web tokens"),
    (11, "fetched keys"),
    (12, "what no template says"),
    (0, "nothing signed, or nothing known"),
];

type Text = webhook_kit::grammar::Spanned<(), String>;

/// A scheme of the field.
#[derive(Debug, Deserialize)]
struct Known {
    name: String,
    title: String,
    tier: u8,
    /// Why it is not declared.
    reason: Option<String>,
}

fn known() -> Vec<Known> {
    serde_json::from_str(SCHEMES).expect("the schemes")
}

fn declared() -> BTreeSet<&'static str> {
    providers::all().iter().map(|entry| entry.scheme.name()).collect()
}

#[test]
fn page() {
    let written = page_of();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/providers.md");
    if env::var_os("WEBHOOK_BLESS").is_some() {
        fs::write(&path, &written).expect("the page can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == written, "docs/providers.md is stale: run this with WEBHOOK_BLESS=1");
}

#[test]
fn what_is_not_declared_has_a_reason() {
    let declared = declared();
    let (with, without): (Vec<_>, Vec<_>) =
        known().into_iter().partition(|known| known.reason.is_some());
    for known in with {
        assert!(!declared.contains(known.name.as_str()), "{} is declared", known.name);
    }
    for known in without {
        assert!(declared.contains(known.name.as_str()), "{} is not declared", known.name);
    }
}

#[test]
fn every_declaration_says_what_the_page_needs() {
    for entry in providers::all() {
        let (name, keys) = (entry.scheme.name(), entry.scheme.declaration());
        assert!(keys.display_name.is_some(), "{name} has no `display_name`");
        assert!(entry.scheme.evidence().is_some(), "{name} has no `evidence`");
        assert!(entry.scheme.docs().starts_with("https://"), "{name} has no `docs`");
        // A scheme by code says what its code does.
        let weak = keys.algo.is_some() && entry.scheme.algorithm().is_weak();
        assert!(!weak || entry.scheme.weak().is_some(), "{name} does not say why it is weak");
    }
}

fn page_of() -> String {
    let mut page = HEAD.to_owned();
    counts(&mut page);
    table(&mut page);
    handshakes(&mut page);
    undeclared(&mut page);
    page
}

fn counts(page: &mut String) {
    let declared = declared();
    let known = known();
    let of_field = known.iter().filter(|known| declared.contains(known.name.as_str())).count();
    let mut by_evidence = BTreeMap::new();
    for entry in providers::all() {
        let word = entry.scheme.evidence().map_or("", Evidence::as_str);
        *by_evidence.entry(word).or_insert(0) += 1;
    }
    let _ = write!(
        page,
        "\n## How many\n\n{} providers, of which {of_field} are among the {} schemes of the field that the\n\
         catalogue was made from. How sure we are:\n\n| evidence | providers |\n|---|---|\n",
        declared.len(),
        known.len(),
    );
    for word in Evidence::WORDS {
        if let Some(count) = by_evidence.get(word) {
            let _ = writeln!(page, "| {word} | {count} |");
        }
    }
    page.push_str("\n| tier, each adding to those before | declared | known |\n|---|---|---|\n");
    for (tier, adds) in TIERS {
        let of_tier = || known.iter().filter(|known| known.tier == *tier);
        let here = of_tier().filter(|known| declared.contains(known.name.as_str())).count();
        let number = if *tier == 0 { "–".to_owned() } else { format!("T{tier}") };
        let _ = writeln!(page, "| {number} {adds} | {here} | {} |", of_tier().count());
    }
}

fn table(page: &mut String) {
    page.push_str("\n## All of them\n");
    let categories: BTreeSet<&str> = providers::all().iter().map(|entry| entry.category).collect();
    for category in categories {
        let _ = write!(
            page,
            "\n### {category}\n\n| provider | feature | signature | fresh | event | id | evidence |\n\
             |---|---|---|---|---|---|---|\n"
        );
        for entry in providers::all().iter().filter(|entry| entry.category == category) {
            row(page, entry);
        }
    }
}

fn row(page: &mut String, entry: &Entry) {
    let scheme = entry.scheme;
    let keys = scheme.declaration();
    let fresh = fresh(&keys, entry);
    let places = |places: &[Text]| {
        let places: Vec<String> = places.iter().map(|place| code(&place.value)).collect();
        places.join(", ")
    };
    let evidence = scheme.evidence().map_or("", Evidence::as_str);
    let evidence = match scheme.evidence() {
        Some(evidence) if evidence.is_first_hand() => evidence.as_str().to_owned(),
        _ => format!("*{evidence}*"),
    };
    let _ = writeln!(
        page,
        "| [{}]({}) | `{}` | {} | {fresh} | {} | {} | {evidence} |",
        scheme.display_name(),
        scheme.docs(),
        scheme.name(),
        signature(&keys, entry),
        events(&places(&keys.event_type), entry),
        places(&keys.id),
    );
}

/// How old what is signed may be: by a timestamp, or by a token, which has times of its own.
fn fresh(keys: &Declaration<()>, entry: &Entry) -> String {
    let tolerance = entry.scheme.timestamp().and_then(|timestamp| timestamp.tolerance);
    let token = keys.jwt.as_ref();
    let max_age = token.and_then(|token| token.max_age.as_ref());
    let max_age = max_age.map(|text| parse_duration(&text.value).expect("a duration"));
    if let Some(age) = tolerance.or(max_age) {
        return match age.as_secs() {
            seconds if seconds % 60 == 0 => format!("{} min", seconds / 60),
            seconds => format!("{seconds} s"),
        };
    }
    let is_token =
        keys.algo.is_some() && entry.scheme.algorithm().kind() == AlgorithmKind::WebToken;
    match token.and_then(|token| token.expiry.as_ref()) {
        Some(expiry) if expiry.value == "required" => "until its `exp`".to_owned(),
        _ if is_token => "until its `exp`, if it has one".to_owned(),
        _ => String::new(),
    }
}

/// Where the event's name stands, and how many there are, where a list of them is checked.
fn events(place: &str, entry: &Entry) -> String {
    match entry.events.len() {
        0 => place.to_owned(),
        count => format!("{place}, {count} names"),
    }
}

fn handshakes(page: &mut String) {
    page.push_str(
        "\n## Handshakes\n\nWhat a sender asks before it delivers. It is answered before any handler, and \
         is no event. Those of\nGET, HEAD and OPTIONS nobody signs; a POST is authenticated first, unless \
         it says *not signed*.\n\n| provider | asked | answered |\n|---|---|---|\n",
    );
    for entry in providers::all() {
        for keys in entry.scheme.declaration().handshake {
            let text = |key: &Option<Text>| key.as_ref().map(|key| code(&key.value));
            let mut asked =
                vec![keys.method.as_ref().map_or("POST", |method| &method.value).to_owned()];
            asked.extend(keys.when.iter().map(|when| code(&when.value)));
            asked.extend(text(&keys.challenge).map(|at| format!("the challenge in {at}")));
            asked.extend(text(&keys.verify_token).map(|at| format!("what was agreed on in {at}")));
            asked.extend(keys.unsigned.map(|_| "*not signed*".to_owned()));
            let mut answered: Vec<String> = text(&keys.answer).into_iter().collect();
            answered
                .extend(keys.header.iter().map(|header| format!("header {}", code(&header.value))));
            answered.extend(text(&keys.proof).map(|proof| format!("`{{proof}}` being {proof}")));
            let status = keys.status.map(|status| status.value.to_string());
            if answered.is_empty() || status.is_some() {
                answered.push(status.unwrap_or_else(|| "200".to_owned()));
            }
            let title = entry.scheme.display_name();
            let _ = writeln!(page, "| {title} | {} | {} |", asked.join(", "), answered.join(", "));
        }
    }
    page.push_str(OTHER_HANDSHAKES);
}

/// What is signed and how, and what that leaves open.
fn signature(keys: &Declaration<()>, entry: &Entry) -> String {
    let Some(algo) = &keys.algo else {
        let unsigned = entry.scheme.unsigned().map(|why| format!("; {why}"));
        return format!("by code{}", unsigned.unwrap_or_default());
    };
    if entry.scheme.algorithm().kind() == AlgorithmKind::Equality {
        let basic = algo.value == "basic";
        return if basic { "Basic credentials" } else { "the secret itself" }.to_owned();
    }
    let ways = keys.alternative.iter().filter_map(|way| way.algo.as_ref());
    let ways: Vec<String> = [algo].into_iter().chain(ways).map(|algo| named(&algo.value)).collect();
    let algo = ways.join(" or ");
    let message = match keys.message.as_slice() {
        [] => "the body".to_owned(),
        [one] => code(&one.value),
        [first, rest @ ..] => format!("{} (or {} others)", code(&first.value), rest.len()),
    };
    let json = if keys.body.is_some() { " or its ECMAScript form" } else { "" };
    let fetched = if keys.public_keys.is_some() { ", under a fetched key" } else { "" };
    let unsigned = entry.scheme.unsigned().map(|why| format!("; {why}"));
    format!("{algo} of {message}{json}{fetched}{}", unsigned.unwrap_or_default())
}

/// An algorithm as texts for humans call it.
fn named(word: &str) -> String {
    match Algorithm::from_word(word).map(Algorithm::kind) {
        Some(AlgorithmKind::Hmac) => format!("HMAC-{}", word.to_uppercase()),
        Some(AlgorithmKind::PublicKey) if word == "ed25519" => "Ed25519".to_owned(),
        _ => match word.strip_prefix("hash-") {
            Some(hash) => format!("plain {}", hash.to_uppercase()),
            None => word.to_uppercase(),
        },
    }
}

/// Text as code in a cell of a table.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|").replace('\n', "\\n"))
}

fn undeclared(page: &mut String) {
    let mut by_reason: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Known { title, reason, .. } in known() {
        if let Some(reason) = reason {
            by_reason.entry(reason).or_default().push(title);
        }
    }
    page.push_str("\n## What is not declared, and why\n");
    for (reason, mut titles) in by_reason {
        titles.sort_unstable();
        let _ = write!(page, "\n**{reason}** ({}): {}.\n", titles.len(), titles.join(", "));
    }
}
