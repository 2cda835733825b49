//! A struct with every field that is published, and those of the objects in it.

use std::fmt::Write as _;

use serde_json::Value;
use webhook_schema::{Field, Kind, Schema};

use super::names;

/// How deep objects have structs of their own; deeper, they are `Json`.
const DEEP: usize = 2;

/// What a skeleton is written of.
pub(crate) struct Skeleton<'s> {
    schema: &'s Schema<'s>,
    event: &'s str,
    at: &'s str,
    ty: &'s str,
    sample: Option<&'s Value>,
    text: String,
    uses: Vec<&'static str>,
    names: Vec<String>,
}

impl<'s> Skeleton<'s> {
    /// Finds the object; `None` if there is none of this event, or at this place.
    pub(crate) fn new(
        schema: &'s Schema<'s>,
        name: &'s str,
        at: &'s str,
        sample: Option<&'s Value>,
    ) -> Option<Self> {
        let event = schema.event(name).or_else(|| {
            let (before, action) = name.rsplit_once('.')?;
            let event = schema.event(before)?;
            event.actions.iter().any(|known| known == action).then_some(event)
        })?;
        let Kind::Object(ty) = schema.at(&event, at).ok()?.kind else { return None };
        let (text, uses, names) = (String::new(), Vec::new(), Vec::new());
        Some(Self { schema, event: name, at, ty, sample, text, uses, names })
    }

    pub(crate) fn write(mut self) -> String {
        let name = names::ty(&format!("{} {}", self.event, last(self.at)));
        self.structure(&name, self.ty, self.at, self.sample, 0);
        let mut head = "use webhook_kit::payload;\n".to_owned();
        self.uses.sort_unstable();
        self.uses.dedup();
        let values: Vec<&str> =
            self.uses.iter().copied().filter(|used| *used != "HashMap").collect();
        match values.as_slice() {
            [] => {}
            [one] => {
                let _ = writeln!(head, "use webhook_kit::value::{one};");
            }
            several => {
                let _ = writeln!(head, "use webhook_kit::value::{{{}}};", several.join(", "));
            }
        }
        if self.uses.contains(&"HashMap") {
            head.insert_str(0, "use std::collections::HashMap;\n\n");
        }
        format!("{head}\n{}", self.text)
    }

    fn structure(&mut self, name: &str, ty: &str, at: &str, sample: Option<&Value>, depth: usize) {
        self.names.push(name.to_owned());
        let mut fields: Vec<Field<'_>> = self.schema.fields(ty).collect();
        let plain: Vec<String> = fields.iter().map(|field| names::plain(&field.name)).collect();
        let members = sample.and_then(Value::as_object);
        let place = |field: &Field<'_>| members?.keys().position(|member| *member == field.name);
        fields.sort_by_key(|field| place(field).unwrap_or(usize::MAX));
        let provider = self.schema.provider();
        let at_key = if at.is_empty() { String::new() } else { format!(", at = \"{at}\"") };
        let _ = writeln!(self.text, "#[payload(\"{provider}\", \"{}\"{at_key})]", self.event);
        let _ = writeln!(self.text, "#[derive(Debug)]\nstruct {name} {{");
        let mut below = Vec::new();
        for field in &fields {
            let is_shown = members.is_none() || place(field).is_some();
            let comment = if is_shown { "" } else { "// " };
            let ident = names::field(&field.name);
            let here = format!("/{}", field.name.replace('~', "~0").replace('/', "~1"));
            let own = names::plain(&ident.replacen("r#", "", 1));
            let is_found = plain.iter().filter(|plain| **plain == own).count() == 1;
            if !is_found && ident != field.name {
                let _ = writeln!(self.text, "    {comment}#[at(\"{here}\")]");
            }
            let whole = format!("{at}{here}");
            let inner = names::ty(&format!("{name} {}", field.name));
            let mut target = None;
            let kind = self.kind(&field.kind, &inner, &whole, depth, is_shown, &mut target);
            let absent = field.missing || field.null;
            let kind = if absent { format!("Option<{kind}>") } else { kind };
            let _ = writeln!(self.text, "    {comment}{ident}: {kind},");
            if let Some((ty, at)) = target {
                let value = members.and_then(|members| members.get(field.name.as_ref()));
                let value = value.map(|value| value.get(0).unwrap_or(value).clone());
                below.push((inner, ty, at, value));
            }
        }
        self.text.push_str("}\n\n");
        for (name, ty, at, value) in below {
            self.structure(&name, &ty, &at, value.as_ref(), depth + 1);
        }
    }

    /// The Rust type of a kind. An object within reach is a `target`: its type and its place.
    fn kind(
        &mut self,
        kind: &Kind<'_>,
        name: &str,
        at: &str,
        depth: usize,
        is_shown: bool,
        target: &mut Option<(String, String)>,
    ) -> String {
        let value = match kind {
            Kind::Text | Kind::Words(_) | Kind::Set(_) => return "String".to_owned(),
            Kind::Int => return "i64".to_owned(),
            Kind::Bool => return "bool".to_owned(),
            Kind::List(of) => {
                let inner = self.kind(of, name, &format!("{at}/*"), depth, is_shown, target);
                return format!("Vec<{inner}>");
            }
            // What stands behind any name has no place that a struct could be at.
            Kind::Map(of) if !matches!(**of, Kind::Object(_)) => {
                let inner = self.kind(of, name, at, depth, is_shown, target);
                if is_shown {
                    self.uses.push("HashMap");
                }
                return format!("HashMap<String, {inner}>");
            }
            Kind::Object(ty)
                if depth + 1 < DEEP
                    && is_shown
                    && !self.names.iter().any(|known| known == name) =>
            {
                *target = Some(((*ty).to_owned(), at.to_owned()));
                return name.to_owned();
            }
            Kind::Time | Kind::Date => "Timestamp",
            Kind::Decimal | Kind::Number => "Decimal",
            Kind::Unix => "UnixTime",
            _ => "Json",
        };
        if is_shown {
            self.uses.push(value);
        }
        value.to_owned()
    }
}

/// The last name on a way.
fn last(at: &str) -> &str {
    at.trim_end_matches("/*").rsplit('/').next().unwrap_or_default()
}
