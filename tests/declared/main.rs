//! Declarations from files, and schemes written back as declarations.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test may panic")]

mod attributes;
#[path = "../support/catalogue/mod.rs"]
mod catalogue;
mod keys;
mod mistakes;

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use webhook_kit::{
    Provider,
    declared::{self, Declared},
    providers::{ascend::Ascend, fincra::Fincra, goodstack::Goodstack, ratio::Ratio, waldo::Waldo},
};

/// Of the catalogue those that show a key, or a form of its value, that no other shows.
const CHOSEN: &[&str] = &[
    "adyen-payments",
    "apple-app-store",
    "aws-sns",
    "close",
    "cloudevents",
    "constant-contact",
    "crisp",
    "cronofy",
    "discord",
    "docusign",
    "figma",
    "fusionauth",
    "hubspot-v1",
    "hubspot-v3",
    "keygen",
    "kinde",
    "linkedin",
    "mailgun",
    "mercado-pago",
    "messagebird",
    "meta",
    "openai",
    "oura",
    "pandadoc",
    "plaid",
    "polar",
    "postmark",
    "qstash",
    "quicknode",
    "recurly",
    "saleor",
    "sanity",
    "sendgrid",
    "sinch-voice",
    "slack",
    "smartsheet",
    "squarespace",
    "standard-webhooks",
    "stripe",
    "svix",
    "telegram",
    "trello",
    "twilio",
    "twitch",
    "woocommerce",
    "yoomoney",
    "zoom",
];

/// Schemes of every kind, but those that code says.
fn schemes() -> Vec<Declared> {
    let founding = [
        Declared::of::<Ascend>(),
        Declared::of::<Fincra>(),
        Declared::of::<Goodstack>(),
        Declared::of::<Ratio>(),
        Declared::of::<Waldo>(),
    ];
    let chosen = CHOSEN.iter().map(|name| catalogue::find(name).scheme);
    let declared = chosen
        .chain(catalogue::not_in_catalogue::ALL.iter().copied())
        .map(|scheme| Declared { scheme, events: &["a.b", "\"\\\n\u{7}"] });
    founding.into_iter().chain(declared).collect()
}

#[test]
fn every_scheme_is_read_back_from_its_table() {
    let mut read = 0;
    let catalogue = webhook_kit::providers::all()
        .iter()
        .map(|entry| Declared { scheme: entry.scheme, events: entry.events });
    for declared in schemes().into_iter().chain(catalogue) {
        let Some(table) = declared.to_toml() else { continue };
        let again = declared::from_toml(&table)
            .unwrap_or_else(|error| panic!("{}\n{table}", error.report(declared.scheme.name())));
        assert_eq!(format!("{:?}", again[0]), format!("{declared:?}"), "{table}");
        read += 1;
    }
    assert!(read > 60, "{read} schemes");
}

#[test]
fn all_of_them_stand_in_one_file() {
    let tables: Vec<String> = schemes().iter().filter_map(Declared::to_toml).collect();
    let mut file = String::new();
    for (index, table) in tables.iter().enumerate() {
        // Some schemes of the tests share a name.
        let (before, after) = table.split_once("name = \"").expect("a name");
        let _ = write!(file, "{before}name = \"p{index}-{after}\n# A comment\n");
    }
    assert_eq!(declared::from_toml(&file).expect("coherent").len(), tables.len());
}

/// `attributes/` holds every scheme as it is written as an attribute, a file each; that it compiles to the
/// same scheme is what `attributes_declare_the_same` shows.
#[test]
fn attributes_are_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/declared/attributes");
    let written = written_attributes();
    if std::env::var_os("WEBHOOK_BLESS").is_some() {
        fs::remove_dir_all(&folder).expect("the folder can be removed");
        fs::create_dir(&folder).expect("the folder can be made");
        for (name, text) in &written {
            fs::write(folder.join(name), text).expect("the file can be written");
        }
    }
    let recorded: BTreeMap<String, String> = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().into_string().expect("a name");
            (name, fs::read_to_string(entry.path()).expect("the file"))
        })
        .collect();
    assert_eq!(recorded, written, "`WEBHOOK_BLESS=1` renews them");
}

/// The files of `attributes/`, by name.
fn written_attributes() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut names = Vec::new();
    for declared in schemes() {
        let attribute = declared.to_attribute();
        if declared.to_toml().is_none() {
            assert!(attribute.contains("custom = YourCode"));
            continue;
        }
        let slug = declared.scheme.name();
        let mut name = slug.replace('-', "_");
        // Some schemes of the tests share a name.
        while names.contains(&name) {
            name.push_str("_too");
        }
        let text = format!(
            "//! `{slug}` as `Declared::to_attribute` writes it.\n\nuse webhook_kit::Provider;\n\n\
             #[derive(Provider)]\n#[rustfmt::skip]\n{attribute}pub(super) struct Written;\n"
        );
        files.insert(format!("{name}.rs"), text);
        names.push(name);
    }
    let mut all = String::from(
        "//! Every scheme as `Declared::to_attribute` writes it: `WEBHOOK_BLESS=1 cargo test --test declared`\n\
         //! renews them.\n\nuse webhook_kit::declared::Declared;\n\n",
    );
    let mut sorted = names.clone();
    sorted.sort();
    for name in sorted {
        let _ = writeln!(all, "mod {name};");
    }
    all.push_str("\npub(super) const ALL: &[Declared] = &[\n");
    for name in names {
        let _ = writeln!(all, "    Declared::of::<{name}::Written>(),");
    }
    all.push_str("];\n");
    files.insert("mod.rs".to_owned(), all);
    files
}

#[test]
fn attributes_declare_the_same() {
    let schemes: Vec<Declared> =
        schemes().into_iter().filter(|declared| declared.to_toml().is_some()).collect();
    assert_eq!(schemes.len(), attributes::ALL.len());
    for (scheme, again) in schemes.iter().zip(attributes::ALL) {
        assert_eq!(format!("{again:?}"), format!("{scheme:?}"));
    }
}

/// A file's provider does what the same declaration does in a program.
#[test]
fn a_provider_of_a_file_verifies_what_the_derived_one_signs() {
    let table = Declared::of::<Ascend>().to_toml().expect("no code");
    let read = declared::from_toml(&table).expect("coherent")[0];
    let secret = webhook_kit::Secret::new("a secret");
    let body = r#"{"id":"evt_1","type":"invoice.voided","data":{}}"#;
    let (parts, body) = Ascend::sign(&secret, body).request().into_parts();
    let verifier = read.scheme.verifier(secret).expect("a secret");
    let delivery = verifier.verify(&parts, body.clone()).expect("genuine");
    assert_eq!((delivery.id(), delivery.event()), (Some("evt_1"), Some("invoice.voided")));
    assert_eq!(read.events, Ascend::EVENTS);
    assert!(verifier.verify(&parts, body.slice(1..)).is_err());
}
