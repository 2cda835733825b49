//! What has to hold between a payload and the schema of its provider.

use quote::ToTokens as _;
use syn::{GenericParam, Lifetime, Path, ext::IdentExt as _};
use webhook_schema::{Found, Kind, Schema};

use super::{
    ast::{Field, Payload, Written, WrittenField},
    kinds::Comparing,
    rust::{in_option, is_cow},
};
use crate::{
    ctxt::Ctxt,
    handler::text,
    publisher::{self, absent, lost, meant, phrase},
};

/// Checks a payload; `None` if something is missing, which was reported.
pub(crate) fn payload<'a>(cx: &Ctxt, written: &'a Written) -> Option<Payload<'a>> {
    check_attributes(cx, written);
    let lifetime = check_generics(cx, written);
    let provider = written.provider.as_ref()?;
    let mut payload = Payload {
        written,
        provider: &provider.value,
        events: Vec::new(),
        at: written.at.as_ref().map_or("", |at| at.value.as_str()),
        types: Vec::new(),
        lifetime,
        fields: Vec::new(),
        source: None,
    };
    for event in &written.events {
        add(&mut payload.events, &event.value);
    }
    // Of events that the schema need not have, nothing is known.
    let against = if written.unlisted.is_some() { None } else { Some(against(cx, written)?) };
    if let Some(against) = &against {
        for sent in &against.sent {
            add(&mut payload.events, &sent.name);
            if let Kind::Object(ty) = sent.found.kind {
                add(&mut payload.types, ty);
            }
        }
        payload.source = Some(against.source());
    }
    for field in &written.fields {
        let checked = match &against {
            Some(against) => against.field(cx, field, &payload),
            None => Some(unpublished(field)),
        };
        payload.fields.extend(checked);
    }
    check_places(cx, &payload.fields);
    Some(payload)
}

fn add(all: &mut Vec<String>, one: &str) {
    if !all.iter().any(|known| known == one) {
        all.push(one.to_owned());
    }
}

/// `#[payload]` says how the type is read; a second way would be another one.
fn check_attributes(cx: &Ctxt, written: &Written) {
    if let Some(path) = derives_deserialize(written) {
        cx.error_at(path, "`#[payload]` says how the type is read: remove `Deserialize`");
    }
}

/// Where the struct derives the reader that `#[payload]` makes.
pub(crate) fn derives_deserialize(written: &Written) -> Option<Path> {
    let mut found = None;
    for attribute in written.item.attrs.iter().filter(|attr| attr.path().is_ident("derive")) {
        // What does not parse, the derive itself says.
        let _ = attribute.parse_nested_meta(|derived| {
            let last = derived.path.segments.last();
            if last.is_some_and(|last| last.ident == "Deserialize") {
                found = Some(derived.path);
            }
            Ok(())
        });
    }
    found
}

/// One lifetime, from which texts borrow.
fn check_generics<'a>(cx: &Ctxt, written: &'a Written) -> Option<&'a Lifetime> {
    let mut first = None;
    for param in &written.item.generics.params {
        match param {
            GenericParam::Lifetime(param) if first.is_none() => first = Some(&param.lifetime),
            GenericParam::Lifetime(param) => cx.error_at(
                param,
                "a second lifetime: all fields borrow from the same delivery, so one is enough",
            ),
            param => cx.error_at(
                param,
                "a payload has no type parameters: what is published has one type for each field",
            ),
        }
    }
    first
}

/// What a payload is checked against.
struct Against {
    schema: Schema<'static>,
    sent: Vec<Sent>,
}

/// An object of an event that the struct reads.
struct Sent {
    /// As it was written.
    written: String,
    /// As the schema has it.
    name: String,
    found: Found<'static>,
}

fn against(cx: &Ctxt, written: &Written) -> Option<Against> {
    let schema = publisher::schema(cx, written.provider.as_ref()?)?;
    let mut sent = Vec::new();
    for name in &written.events {
        let Some(publisher::Sent { event, name: known }) = publisher::event(cx, &schema, name)
        else {
            continue;
        };
        let at = written.at.as_ref();
        let found = match schema.at(&event, at.map_or("", |at| &at.value)) {
            Ok(found) => found,
            Err(problem) => {
                let span = at.map_or(name.span, |at| at.span);
                cx.error(span, lost(&schema, &name.value, "", &problem, "unlisted"));
                continue;
            }
        };
        if !matches!(found.kind, Kind::Object(_) | Kind::Json | Kind::Map(_)) {
            let span = at.map_or(name.span, |at| at.span);
            let place = at.map_or_else(|| "the payload".to_owned(), |at| format!("`{}`", at.value));
            let remedy = match found.kind {
                Kind::List(_) => {
                    format!(": its elements are `{}/*`", at.map_or("", |at| at.value.as_str()))
                }
                _ => String::new(),
            };
            let event = &name.value;
            cx.error(
                span,
                format!(
                    "{place} of `{event}` is {}, and a struct reads an object{remedy}",
                    phrase(&found.kind)
                ),
            );
            continue;
        }
        // Whether the object itself is there, the field that holds it says.
        let found = publisher::present(found);
        sent.push(Sent { written: name.value.clone(), name: known, found });
    }
    (!sent.is_empty()).then_some(Against { schema, sent })
}

/// A field of which nothing is published.
fn unpublished(written: &WrittenField) -> Field<'_> {
    let way = match &written.at {
        Some(at) => way(&at.value),
        None => vec![written.ident.unraw().to_string()],
    };
    let inner = in_option(&written.ty);
    Field {
        written,
        way,
        is_option: inner.is_some(),
        is_cow: is_cow(inner.unwrap_or(&written.ty)),
        comparisons: Vec::new(),
        wanted: text(inner.unwrap_or(&written.ty)),
        doc: None,
    }
}

/// The names on a way, without the escapes of pointers.
fn way(pointer: &str) -> Vec<String> {
    let names = pointer.strip_prefix('/').unwrap_or(pointer).split('/');
    names.map(|name| name.replace("~1", "/").replace("~0", "~")).collect()
}

impl Against {
    fn source(&self) -> String {
        let sources: Vec<&str> = self.schema.sources().collect();
        format!(
            "Checked against what `{}` publishes: {}, of {}.",
            self.schema.provider(),
            sources.join(", "),
            self.schema.date()
        )
    }

    fn field<'a>(
        &self,
        cx: &Ctxt,
        written: &'a WrittenField,
        payload: &Payload<'_>,
    ) -> Option<Field<'a>> {
        let mut field = unpublished(written);
        if written.unlisted.is_some() {
            if !field.is_option {
                let given = text(&written.ty);
                cx.error_at(
                    &written.ty,
                    format!(
                        "nothing says that an `unlisted` member is always there: `Option<{given}>`"
                    ),
                );
                return None;
            }
            return Some(field);
        }
        let (span, pointer) = match &written.at {
            Some(at) => (at.span, at.value.clone()),
            None => (written.ident.span(), self.pointer(&written.ident.unraw().to_string())),
        };
        let inner = in_option(&written.ty).unwrap_or(&written.ty);
        for sent in &self.sent {
            let found = match self.schema.below(sent.found.clone(), &pointer) {
                Ok(found) if !pointer.is_empty() => found,
                problem => {
                    let problem = problem.err().unwrap_or(webhook_schema::Lost::NoPointer);
                    let newer = match &written.at {
                        Some(at) => format!("#[at(\"{}\", unlisted)]", at.value),
                        None => "#[at(unlisted)]".to_owned(),
                    };
                    cx.error(span, lost(&self.schema, &sent.written, payload.at, &problem, &newer));
                    return None;
                }
            };
            let mut comparing = Comparing {
                cx,
                schema: &self.schema,
                lifetime: payload.lifetime,
                event: &sent.written,
                place: format!("{}{pointer}", payload.at),
                is_option: field.is_option,
                comparisons: Vec::new(),
            };
            if !comparing.fits(&found.kind, inner) {
                return None;
            }
            for comparison in comparing.comparisons {
                let known = field.comparisons.iter().map(ToString::to_string);
                if !known.into_iter().any(|known| known == comparison.to_string()) {
                    field.comparisons.push(comparison);
                }
            }
            if let Some(because) = absent(&found, payload.at, &pointer) {
                if !field.is_option {
                    let ty = text(written.ty.to_token_stream());
                    let event = &sent.written;
                    cx.error_at(&written.ty, format!("{because} in `{event}`: `Option<{ty}>`"));
                    return None;
                }
            }
            if field.doc.is_none() {
                field.doc = Some(self.doc(sent, &format!("{}{pointer}", payload.at), &found.kind));
            }
        }
        field.way = way(&pointer);
        Some(field)
    }

    /// Where a field without `#[at(..)]` stands: at the member that it is named for.
    fn pointer(&self, name: &str) -> String {
        let found = self.sent.iter().find_map(|sent| match sent.found.kind {
            Kind::Object(ty) => {
                let members: Vec<_> = self.schema.fields(ty).collect();
                meant(name, &members)
            }
            _ => None,
        });
        let name = found.unwrap_or_else(|| name.to_owned());
        format!("/{}", name.replace('~', "~0").replace('/', "~1"))
    }

    fn doc(&self, sent: &Sent, place: &str, kind: &Kind<'static>) -> String {
        let event = match self.schema.link(&sent.name) {
            Some(link) => format!("[`{}`]({link})", sent.written),
            None => format!("`{}`", sent.written),
        };
        let kind = match self.schema.words(kind) {
            Some(words) if words.len() <= 8 => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                words.join(", ")
            }
            _ => phrase(kind).to_owned(),
        };
        format!("`{place}` of {event}: {kind}.")
    }
}

/// Each field stands in a place of its own.
fn check_places(cx: &Ctxt, fields: &[Field<'_>]) {
    for (index, field) in fields.iter().enumerate() {
        let before = fields.iter().take(index);
        let same = before
            .filter(|other| other.way == field.way)
            .find(|other| other.written.cfg.is_empty());
        if let (Some(first), true) = (same, field.written.cfg.is_empty()) {
            let span = field.written.at.as_ref().map_or(field.written.ident.span(), |at| at.span);
            cx.error(
                span,
                format!(
                    "`/{}` is read by `{}` already: remove one",
                    field.way.join("/"),
                    first.written.ident
                ),
            );
        }
    }
}
