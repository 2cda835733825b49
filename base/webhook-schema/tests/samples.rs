//! Payloads that are made up fit the schema that they are made from.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use webhook_schema::{Kind, PROVIDERS, Schema, of};

/// What of a value does not fit.
fn misfit(schema: &Schema<'_>, kind: &Kind<'_>, value: &Value, at: &str) -> Option<String> {
    let fits = match (kind, value) {
        (Kind::Json, _)
        | (Kind::Text | Kind::Time | Kind::Date | Kind::Decimal, Value::String(_))
        | (Kind::Number, Value::Number(_))
        | (Kind::Bool, Value::Bool(_)) => true,
        (Kind::Words(words), Value::String(text)) => words.iter().any(|word| word == text),
        (Kind::Set(name), Value::String(text)) => {
            schema.set(name).is_some_and(|words| words.iter().any(|word| word == text))
        }
        (Kind::Int | Kind::Unix, Value::Number(number)) => number.is_i64() || number.is_u64(),
        (Kind::List(of), Value::Array(items)) => {
            return items.iter().find_map(|item| misfit(schema, of, item, &format!("{at}/*")));
        }
        (Kind::Map(of), Value::Object(members)) => {
            return members.values().find_map(|item| misfit(schema, of, item, &format!("{at}/..")));
        }
        (Kind::Object(ty), Value::Object(members)) => {
            return schema.fields(ty).find_map(|field| {
                let at = format!("{at}/{}", field.name);
                match members.get(field.name.as_ref()) {
                    None => (!field.missing).then(|| format!("{at} is missing")),
                    Some(Value::Null) if field.null => None,
                    Some(value) => misfit(schema, &field.kind, value, &at),
                }
            });
        }
        _ => false,
    };
    (!fits).then(|| format!("{at} is no {kind:?}: {value}"))
}

#[test]
fn every_event_of_every_provider_can_be_made_up() {
    let mut made = 0;
    for schema in PROVIDERS.iter().filter_map(|provider| of(provider)) {
        for event in schema.events() {
            for seed in 0..3 {
                let sample = schema.make(&event.name, seed).unwrap();
                assert_eq!(sample.event, event.name);
                let provider = schema.provider();
                let value: Value = serde_json::from_str(&sample.payload).unwrap();
                let misfit = misfit(&schema, &event.kind, &value, "");
                assert_eq!(misfit, None, "{provider} {} {seed}", event.name);
                assert!(sample.payload.len() < 1 << 20, "{provider} {}", event.name);
                assert_eq!(
                    schema.make(&event.name, seed),
                    Some(sample),
                    "a seed makes one payload"
                );
                made += 1;
            }
        }
    }
    assert!(made > 3000, "{made}");
}

#[test]
fn an_action_is_said() {
    let schema = of("github").unwrap();
    let made = schema.make("pull_request.closed", 7).unwrap();
    assert_eq!(made.event, "pull_request");
    let value: Value = serde_json::from_str(&made.payload).unwrap();
    assert_eq!(value["action"], "closed");
    assert_eq!(schema.make("pull_request.of_tomorrow", 7), None);
    assert_eq!(schema.make("nothing", 7), None);
}
