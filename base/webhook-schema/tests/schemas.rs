//! The schemas of the catalogue, and the reader on texts of its own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use webhook_schema::{Kind, Lost, PROVIDERS, Schema, of};

const ACME: &str = r#"webhook-schema 1
provider acme
source npm acme 3.1.0
source pypi acme 3.0.0
date 2026-10-29
link https://acme.example/docs#{event}
action /action

event order Order cancelled created
event order.created Order
event "with blank" [Line]

set Currency "aed" "afn"

type Line
amount int
description~ text
"odd name?" {text}

type Order
"" bool
currency @Currency
first? Line
id text
lines [Line]
meta {text}
note?~ text
status "o\"pen" "paid"
whatever json
"#;

fn acme() -> Schema<'static> {
    Schema::new(ACME).unwrap()
}

#[test]
fn every_schema_of_the_catalogue_holds() {
    for provider in PROVIDERS {
        let Some(schema) = of(provider) else { continue };
        schema.check().unwrap_or_else(|problem| panic!("{provider}: {problem}"));
        assert_eq!(schema.provider(), *provider);
        for event in schema.events() {
            assert_eq!(schema.event(&event.name).as_ref(), Some(&event), "{provider}");
        }
        for ty in schema.types() {
            assert!(schema.fields(ty).count() > 0, "{provider}: {ty} has no members");
        }
    }
}

#[test]
fn the_head_is_read() {
    let schema = acme();
    assert_eq!(schema.provider(), "acme");
    assert_eq!(schema.sources().collect::<Vec<_>>(), ["npm acme 3.1.0", "pypi acme 3.0.0"]);
    assert_eq!(schema.date(), "2026-10-29");
    assert_eq!(schema.link("order").as_deref(), Some("https://acme.example/docs#order"));
    assert_eq!(schema.action(), Some("/action"));
}

#[test]
fn names_are_found_whatever_stands_around_them() {
    let schema = acme();
    assert_eq!(schema.event("order").unwrap().actions, ["cancelled", "created"]);
    assert!(schema.event("order.created").unwrap().actions.is_empty());
    let blank = schema.event("with blank").unwrap();
    assert_eq!(blank.kind, Kind::List(Box::new(Kind::Object("Line"))));
    for missing in ["", "o", "orders", "order.", "zebra", "with"] {
        assert_eq!(schema.event(missing), None, "{missing}");
    }
    assert_eq!(schema.types().collect::<Vec<_>>(), ["Line", "Order"]);
    assert_eq!(schema.field("Line", "odd name?").unwrap().kind, Kind::Map(Box::new(Kind::Text)));
    assert_eq!(schema.field("Order", "").unwrap().kind, Kind::Bool);
    let status = schema.field("Order", "status").unwrap();
    assert_eq!(schema.words(&status.kind).unwrap(), ["o\"pen", "paid"]);
    let currency = schema.field("Order", "currency").unwrap();
    assert_eq!(schema.words(&currency.kind).unwrap(), ["aed", "afn"]);
    assert_eq!(schema.fields("Nothing").count(), 0);
}

#[test]
fn a_place_is_followed_and_tells_what_may_be_absent() {
    let schema = acme();
    let order = schema.event("order").unwrap();
    let at = |pointer| schema.at(&order, pointer);
    assert_eq!(at("").unwrap().kind, Kind::Object("Order"));
    let amount = at("/lines/*/amount").unwrap();
    assert_eq!((amount.kind, amount.absent), (Kind::Int, false));
    let amount = at("/first/amount").unwrap();
    assert_eq!((amount.absent, amount.because), (true, Some(("/first".into(), true))));
    let description = at("/lines/*/description").unwrap();
    assert_eq!(description.because, Some(("/lines/*/description".into(), false)));
    assert!(at("/meta/any").unwrap().absent);

    assert_eq!(at("id"), Err(Lost::NoPointer));
    let lost = Lost::NoField { before: "/first".into(), name: "amont".into(), ty: "Line" };
    assert_eq!(at("/first/amont"), Err(lost));
    let lost = Lost::List { before: "/lines".into(), name: "amount".into() };
    assert_eq!(at("/lines/amount"), Err(lost));
    assert_eq!(at("/id/x"), Err(Lost::Plain { before: "/id".into(), kind: Kind::Text }));
    assert_eq!(at("/whatever/x"), Err(Lost::Json { before: "/whatever".into() }));
    assert_eq!(at("/id/*"), Err(Lost::NoList { before: "/id".into(), kind: Kind::Text }));
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let refused = |from: &str, to: &str| {
        let text = ACME.replacen(from, to, 1);
        assert_ne!(text, ACME, "{from}");
        match Schema::new(&text).and_then(|schema| schema.check()) {
            Ok(()) => panic!("{from} -> {to} was taken"),
            Err(problem) => problem.line(),
        }
    };
    assert_eq!(refused("webhook-schema 1", "webhook-schema 2"), 1);
    assert_eq!(refused("date 2026-10-29\n", ""), 2);
    assert_eq!(refused("event order Order", "event p Order"), 10);
    assert_eq!(refused("event order.created Order", "event order.created Ordre"), 10);
    assert_eq!(refused("\"aed\"", "aed"), 13);
    assert_eq!(refused("amount int", "amount whole"), 16);
    assert_eq!(refused("amount int", "amount?? int"), 16);
    assert_eq!(refused("first? Line", "first? Lime"), 23);
    assert_eq!(refused("id text", "zd text"), 25);
    assert_eq!(refused("type Order", "type Arder"), 9);
    assert_eq!(refused("@Currency", "@Currencies"), 22);
}
