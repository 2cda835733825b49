//! A schema, read where it is asked.
//!
//! Nothing is read in advance: a compiler asks for a few members of a text with thousands of lines. The
//! blocks are sorted, so that a name is found by halves.

use std::borrow::Cow;

use crate::{
    Kind, Problem,
    kind::{is_name, word, words},
};

const FIRST: &str = "webhook-schema 1\n";

/// What a provider publishes about its payloads.
#[derive(Debug, Clone, Copy)]
pub struct Schema<'a> {
    head: &'a str,
    /// Lines that begin with `event`.
    events: &'a str,
    /// Lines that begin with `set`.
    sets: &'a str,
    /// Blocks that begin with `type`, each with an empty line before it.
    types: &'a str,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// What its payload is.
    pub kind: Kind<'a>,
    /// What may have been done, as the payload names it.
    pub actions: Vec<Cow<'a, str>>,
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field<'a> {
    /// Its name.
    pub name: Cow<'a, str>,
    /// Whether it may be missing.
    pub missing: bool,
    /// Whether it may be null.
    pub null: bool,
    /// What it is.
    pub kind: Kind<'a>,
}

impl<'a> Schema<'a> {
    /// Takes the text of a schema. What is in it is read when it is asked for; [`check`](Self::check)
    /// reads all of it.
    ///
    /// # Errors
    ///
    /// If it does not begin as schemas do, or has no events.
    pub fn new(text: &'a str) -> Result<Self, Problem> {
        let wrong = |sentence| Problem::new(1, sentence);
        let rest = text
            .strip_prefix(FIRST)
            .ok_or_else(|| wrong("a schema begins with `webhook-schema 1`"))?;
        let (head, rest) =
            rest.split_once("\n\n").ok_or_else(|| wrong("no event follows the head"))?;
        let (before, types) = match rest.find("\n\ntype ") {
            Some(at) => rest.split_at_checked(at).unwrap_or((rest, "")),
            None => (rest.trim_end_matches('\n'), ""),
        };
        let (events, sets) = before.split_once("\n\n").unwrap_or((before, ""));
        Ok(Self { head, events, sets, types: types.trim_end_matches('\n') })
    }

    fn line(&self, key: &str) -> impl Iterator<Item = &'a str> {
        self.head.lines().filter_map(move |line| line.strip_prefix(key)?.strip_prefix(' '))
    }

    /// The provider's name in the catalogue.
    pub fn provider(&self) -> &'a str {
        self.line("provider").next().unwrap_or_default()
    }

    /// What was read, with its version.
    pub fn sources(&self) -> impl Iterator<Item = &'a str> {
        self.line("source")
    }

    /// The day on which the newest source was published.
    pub fn date(&self) -> &'a str {
        self.line("date").next().unwrap_or_default()
    }

    /// Where an event is documented.
    pub fn link(&self, event: &str) -> Option<String> {
        self.line("link").next().map(|link| link.replace("{event}", event))
    }

    /// Where a payload names what was done, if events have actions.
    pub fn action(&self) -> Option<&'a str> {
        self.line("action").next()
    }

    /// All events, sorted by name.
    pub fn events(&self) -> impl Iterator<Item = Event<'a>> {
        self.events.lines().filter_map(event)
    }

    /// The event of this name.
    pub fn event(&self, name: &str) -> Option<Event<'a>> {
        let line = search(self.events, "\n", "event ", name)?;
        event(line)
    }

    /// The words of a set.
    pub fn set(&self, name: &str) -> Option<Vec<Cow<'a, str>>> {
        let line = search(self.sets, "\n", "set ", name)?;
        words(line.strip_prefix("set ")?.strip_prefix(name)?.strip_prefix(' ')?)
    }

    /// The words of a kind that is one of several texts.
    pub fn words(&self, kind: &Kind<'a>) -> Option<Vec<Cow<'a, str>>> {
        match kind {
            Kind::Words(words) => Some(words.clone()),
            Kind::Set(name) => self.set(name),
            _ => None,
        }
    }

    /// The members of a type, sorted by name; none if there is no such type.
    pub fn fields(&self, ty: &str) -> impl Iterator<Item = Field<'a>> + use<'a> {
        let block = search(self.types, "\n\n", "type ", ty).unwrap_or_default();
        block.lines().skip(1).filter_map(field)
    }

    /// The member of a type.
    pub fn field(&self, ty: &str, name: &str) -> Option<Field<'a>> {
        self.fields(ty).find(|field| field.name == name)
    }

    /// The names of all types.
    pub fn types(&self) -> impl Iterator<Item = &'a str> {
        self.types.split("\n\n").filter_map(|block| block.lines().next()?.strip_prefix("type "))
    }

    /// Reads all of it.
    ///
    /// # Errors
    ///
    /// About the first line that cannot be read, that is not in its place, or that names what is not
    /// there.
    pub fn check(&self) -> Result<(), Problem> {
        let mut at = 2;
        for key in ["provider", "source", "date"] {
            if self.line(key).next().is_none() {
                return Err(Problem::new(at, format!("`{key}` is missing in the head")));
            }
        }
        at += self.head.lines().count() + 1;
        at = Self::check_lines(at, self.events, &|line| {
            let read = event(line)?;
            self.has(&read.kind).then_some(read.name)
        })?;
        if !self.sets.is_empty() {
            at = Self::check_lines(at, self.sets, &|line| {
                let (name, rest) = line.strip_prefix("set ")?.split_once(' ')?;
                (is_name(name) && words(rest).is_some()).then_some(Cow::Borrowed(name))
            })?;
        }
        let mut last = "";
        for block in self.types.split("\n\n").filter(|block| !block.is_empty()) {
            let name = block.lines().next().and_then(|line| line.strip_prefix("type "));
            let Some(name) = name.filter(|name| is_name(name) && *name > last) else {
                return Err(Problem::new(at, "no type, or one that is not in its place"));
            };
            last = name;
            let (_, fields) = block.split_once('\n').unwrap_or_default();
            at = Self::check_lines(at + 1, fields, &|line| {
                let read = field(line)?;
                self.has(&read.kind).then_some(read.name)
            })?;
        }
        Ok(())
    }

    /// Reads lines that are sorted by the names that `read` finds; the line after them.
    fn check_lines(
        mut at: usize,
        lines: &'a str,
        read: &dyn Fn(&'a str) -> Option<Cow<'a, str>>,
    ) -> Result<usize, Problem> {
        let mut last: Option<Cow<'_, str>> = None;
        for line in lines.lines() {
            let Some(name) = read(line) else {
                return Err(Problem::new(at, format!("`{line}` cannot be read")));
            };
            if last.is_some_and(|last| last >= name) {
                return Err(Problem::new(at, format!("`{name}` is not in its place")));
            }
            last = Some(name);
            at += 1;
        }
        Ok(at + 1)
    }

    /// Whether what a kind names is there.
    fn has(&self, kind: &Kind<'a>) -> bool {
        match kind {
            Kind::List(of) | Kind::Map(of) => self.has(of),
            Kind::Object(name) => search(self.types, "\n\n", "type ", name).is_some(),
            Kind::Set(name) => self.set(name).is_some(),
            _ => true,
        }
    }
}

/// Reads `event name kind action ..`.
fn event(line: &str) -> Option<Event<'_>> {
    let (name, rest) = word(line.strip_prefix("event ")?)?;
    let rest = rest.strip_prefix(' ')?;
    let (kind, mut rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let mut actions = Vec::new();
    while !rest.is_empty() {
        let (action, behind) = word(rest)?;
        actions.push(action);
        rest = behind.strip_prefix(' ').unwrap_or_default();
    }
    Some(Event { name, kind: Kind::parse(kind)?, actions })
}

/// Reads `name?~ kind`.
fn field(line: &str) -> Option<Field<'_>> {
    let (name, marks, kind) = if line.starts_with('"') {
        let (name, rest) = word(line)?;
        let (marks, kind) = rest.split_once(' ')?;
        (name, marks, kind)
    } else {
        let (whole, kind) = line.split_once(' ')?;
        let name = whole.trim_end_matches('~').trim_end_matches('?');
        (Cow::Borrowed(name), whole.strip_prefix(name)?, kind)
    };
    let (missing, null) = match marks {
        "" => (false, false),
        "?" => (true, false),
        "~" => (false, true),
        "?~" => (true, true),
        _ => return None,
    };
    Some(Field { name, missing, null, kind: Kind::parse(kind)? })
}

/// Finds the part that begins with `key` and `name` among sorted parts with `between` between them.
fn search<'a>(text: &'a str, between: &str, key: &str, name: &str) -> Option<&'a str> {
    let mut rest = text.strip_prefix(between).unwrap_or(text);
    while !rest.is_empty() {
        let middle = rest.floor_char_boundary_of(rest.len() / 2);
        let start = rest.get(..middle)?.rfind(between).map_or(0, |at| at + between.len());
        let behind = rest.get(start..)?;
        let length = behind.find(between).unwrap_or(behind.len());
        let (part, after) = behind.split_at_checked(length)?;
        let first = part.lines().next()?.strip_prefix(key)?;
        let (found, _) = word(first)?;
        match found.as_ref().cmp(name) {
            std::cmp::Ordering::Equal => return Some(part),
            std::cmp::Ordering::Less => rest = after.strip_prefix(between).unwrap_or_default(),
            std::cmp::Ordering::Greater => rest = rest.get(..start)?.trim_end_matches('\n'),
        }
    }
    None
}

/// `str::floor_char_boundary` of newer Rust.
trait FloorCharBoundary {
    fn floor_char_boundary_of(&self, index: usize) -> usize;
}

impl FloorCharBoundary for str {
    fn floor_char_boundary_of(&self, index: usize) -> usize {
        (0..=index).rev().find(|&index| self.is_char_boundary(index)).unwrap_or_default()
    }
}
