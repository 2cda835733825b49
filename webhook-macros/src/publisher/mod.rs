//! The schema of a provider and its events, as they were named.

mod names;

pub(crate) use names::{meant, there};

use webhook_schema::{Event, Field, Found, Kind, Lost, PROVIDERS, Schema};

use crate::{catalogue::NAMES, ctxt::Ctxt, entries::Text, grammar::nearest};

/// Finds a provider's schema; what is wrong is reported at its name.
pub(crate) fn schema(cx: &Ctxt, provider: &Text) -> Option<Schema<'static>> {
    let name = provider.value.as_str();
    if let Some(schema) = webhook_schema::of(name) {
        return Some(schema);
    }
    cx.error(provider.span, unknown(name));
    None
}

fn unknown(name: &str) -> String {
    if PROVIDERS.contains(&name) {
        return format!(
            "the schema of `{name}` is behind the feature of the provider: turn on `{name}` of `webhook-kit`"
        );
    }
    if NAMES.contains(&name) {
        return format!(
            "no schema of `{name}` is known: derive `serde::Deserialize` for a payload of its, and say `own_payload` where it is taken"
        );
    }
    if let Some(near) = nearest(name, PROVIDERS.iter().copied()) {
        return format!("`{name}` is no provider with a schema: did you mean `{near}`?");
    }
    let (_, list) = there(name, PROVIDERS);
    format!("`{name}` is no provider with a schema: there are {list}")
}

/// An event, and the name that it goes by in the schema: of an action, that of its event.
pub(crate) struct Sent {
    pub(crate) event: Event<'static>,
    pub(crate) name: String,
}

/// Finds an event; what is wrong is reported at its name.
pub(crate) fn event(cx: &Ctxt, schema: &Schema<'static>, name: &Text) -> Option<Sent> {
    match find(schema, &name.value) {
        Ok(event) => Some(event),
        Err(sentence) => {
            cx.error(name.span, sentence);
            None
        }
    }
}

fn find(schema: &Schema<'static>, name: &str) -> Result<Sent, String> {
    if let Some(event) = schema.event(name) {
        return Ok(Sent { name: event.name.to_string(), event });
    }
    let provider = schema.provider();
    if let Some((before, action)) = name.rsplit_once('.') {
        if let Some(event) = schema.event(before).filter(|event| !event.actions.is_empty()) {
            if event.actions.iter().any(|known| known == action) {
                return Ok(Sent { name: before.to_owned(), event });
            }
            let known: Vec<&str> = event.actions.iter().map(AsRef::as_ref).collect();
            return Err(action_unknown(provider, before, action, &there(action, &known)));
        }
    }
    let events: Vec<String> = schema.events().map(|event| event.name.to_string()).collect();
    let known: Vec<&str> = events.iter().map(String::as_str).collect();
    let (near, list) = there(name, &known);
    Err(match near {
        Some(near) => format!(
            "`{provider}` sends no event `{name}`: did you mean `{near}`? Beside a name that is newer than its schema, write `unlisted`"
        ),
        None => format!(
            "`{provider}` sends no event `{name}`: it sends {list}; beside a name that is newer than its schema, write `unlisted`"
        ),
    })
}

/// About an action that an event does not have.
pub(crate) fn action_unknown(
    provider: &str,
    event: &str,
    action: &str,
    (near, list): &(Option<&str>, String),
) -> String {
    let begin = format!("`{event}` of `{provider}` has no action `{action}`");
    match near {
        Some(near) => format!("{begin}: did you mean `{event}.{near}`?"),
        None => format!("{begin}: it has {list}; beside one that is newer, write `unlisted`"),
    }
}

/// What is wrong with a place.
///
/// `newer` is what to write where the schema is behind.
pub(crate) fn lost(
    schema: &Schema<'static>,
    event: &str,
    at: &str,
    problem: &Lost<'_>,
    newer: &str,
) -> String {
    let place = |before: &str| {
        let whole = format!("{at}{before}");
        if whole.is_empty() {
            format!("the payload of `{event}`")
        } else {
            format!("`{whole}` of `{event}`")
        }
    };
    match problem {
        Lost::NoField { before, name, ty } => {
            let members: Vec<Field<'_>> = schema.fields(ty).collect();
            let known: Vec<&str> = members.iter().map(|member| member.name.as_ref()).collect();
            let (meant, list) = there(name, &known);
            let begin = format!("{} has no `{name}`", place(before));
            match meant {
                Some(meant) => format!(
                    "{begin}: did you mean `{meant}`? It has {list}; a member that is newer is `{newer}`"
                ),
                None => format!("{begin}: it has {list}; a member that is newer is `{newer}`"),
            }
        }
        Lost::List { before, .. } => format!(
            "{} is a list: take it as a `Vec<..>` of a struct with `at = \"{at}{before}/*\"`",
            place(before)
        ),
        Lost::NoList { before, kind } => {
            format!(
                "{} is {}, and `*` stands for the elements of a list",
                place(before),
                phrase(kind)
            )
        }
        Lost::Json { before } => format!(
            "what stands in {} is not published: take it as `Json`, or write `{newer}`",
            place(before)
        ),
        Lost::Plain { before, kind } => {
            format!("{} is {}, in which nothing stands", place(before), phrase(kind))
        }
        _ => {
            "a place begins with `/`, and a name follows: `/status_transitions/paid_at`".to_owned()
        }
    }
}

/// Why something may be absent: "`/a` may be null", and what that means for what stands in it.
pub(crate) fn absent(found: &Found<'_>, at: &str, place: &str) -> Option<String> {
    let (because, missing) = found.because.as_ref()?;
    let may = if *missing { "missing" } else { "null" };
    let rest =
        if because == place { String::new() } else { format!(", and `{at}{place}` with it") };
    Some(format!("`{at}{because}` may be {may}{rest}"))
}

/// A kind in words.
pub(crate) fn phrase(kind: &Kind<'_>) -> &'static str {
    match kind {
        Kind::Text => "a text",
        Kind::Words(_) | Kind::Set(_) => "one of several texts",
        Kind::Time => "a time in a text",
        Kind::Date => "a day in a text",
        Kind::Decimal => "a number in a text",
        Kind::Int => "a whole number",
        Kind::Unix => "a time in seconds since 1970",
        Kind::Number => "a number that may have a fraction",
        Kind::Bool => "`true` or `false`",
        Kind::Object(_) => "an object",
        Kind::List(_) => "a list",
        Kind::Map(_) => "an object whose keys are no names",
        _ => "any JSON",
    }
}

/// What stands somewhere, seen from there.
pub(crate) fn present(found: Found<'static>) -> Found<'static> {
    let mut found = found;
    found.absent = false;
    found.because = None;
    found
}
