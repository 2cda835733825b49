//! The template language: what is read can be written, and is read the same again.

use webhook_kit::grammar::{
    Declaration, Format, Part, Spanned, TimestampKeys, Use, parse_duration, parse_template,
    pointer_segments, write_template,
};

/// The lines of `data` are templates, and keys of a declaration.
///
/// # Panics
///
/// If a template is not the same when it is written and read again.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut lines = text.split('\n');
    let template = lines.next().unwrap_or_default();
    for usage in [Use::Format, Use::Message, Use::Id, Use::EventType, Use::Reply, Use::Proof] {
        if let Ok(parts) = parse_template(template, usage) {
            let written = write_template(&parts);
            assert_eq!(parse_template(&written, usage).as_ref(), Ok(&parts), "{written:?}");
        }
    }
    let separator = lines.next().and_then(|line| line.bytes().next());
    if let Ok(format) = Format::parse(template, separator) {
        assert_eq!(Format::parse(template, separator), Ok(format.clone()));
        if let Format::List { items, .. } = format {
            assert!(!items.is_empty());
            assert!(items.len() == 1 || items.iter().all(|(prefix, _)| !prefix.is_empty()));
        }
    }
    let _ = pointer_segments(template);
    let _ = parse_duration(template);
    declaration(text);
}

/// A declaration with a tolerance and a timestamp that is not signed is never coherent.
fn declaration(text: &str) {
    let mut lines = text.split('\n');
    let mut next = || {
        lines
            .next()
            .filter(|line| !line.is_empty())
            .map(|line| Spanned { span: (), value: line.to_owned() })
    };
    let message = next();
    let declaration = Declaration {
        algo: Some(Spanned { span: (), value: "sha256".to_owned() }),
        header: vec![Spanned { span: (), value: "x-signature".to_owned() }],
        separator: next(),
        format: next(),
        message: message.into_iter().collect(),
        timestamp: Some(TimestampKeys {
            span: (),
            header: Some(Spanned { span: (), value: "x-time".to_owned() }),
            json: None,
            form: None,
            query: None,
            unit: Some(Spanned { span: (), value: "seconds".to_owned() }),
            tolerance: Some(Spanned { span: (), value: "5m".to_owned() }),
            on_retry: None,
        }),
        id: next().into_iter().collect(),
        event_type: next().into_iter().collect(),
        ..Declaration::default()
    };
    if let Ok(checked) = declaration.check(()) {
        for message in &checked.message {
            assert!(message.contains(&Part::Timestamp), "{checked:?}");
            assert!(message.iter().any(Part::covers_body), "{checked:?}");
        }
    }
}
