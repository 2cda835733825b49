//! The keys of declarations, from the text of a file.

use std::ops::Range;

use toml::{
    Spanned as Ranged,
    de::{DeTable, DeValue},
};

use super::{
    Declared,
    error::{DeclarationError, Places, Position},
};
use crate::{
    grammar::{
        Checked, Declaration, EVENTS_KEY, Group, Key, Keys, Known, Leak, Owned, Problem, Slot,
        Spanned, Table, event_names,
    },
    scheme::Scheme,
};

type Text = Spanned<Position, String>;
type Value<'v> = Ranged<DeValue<'v>>;

/// A provider of a file: its keys as they were written, and what they say.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FromFile {
    /// The keys, each with its place.
    pub keys: Declaration<Position>,
    /// What they say.
    pub checked: Checked<Owned>,
    /// The names of the events.
    pub events: Vec<String>,
}

impl FromFile {
    /// The provider as a value that lives as long as the program: its memory is never given back.
    pub fn leak(&self) -> Declared {
        let scheme = Scheme::of(self.checked.leak());
        Declared { scheme: Box::leak(Box::new(scheme)), events: Leak::leak(&self.events) }
    }
}

/// Reads the providers of a file, and keeps nothing: for tools that look at files of declarations.
///
/// # Errors
///
/// [`DeclarationError`] holds everything that is wrong with the file.
pub fn parse_toml(text: &str) -> Result<Vec<FromFile>, DeclarationError> {
    let (document, errors) = DeTable::parse_recoverable(text);
    let broken = errors.iter().map(|error| error.span().unwrap_or_default().start).collect();
    let mut reader =
        Reader { text, places: Places::new(text), broken, problems: Vec::new(), lists: Vec::new() };
    let read = reader.file(document.get_ref());
    for error in errors {
        reader.parser_said(&error);
    }
    let Reader { problems, .. } = reader;
    if problems.is_empty() { Ok(read) } else { Err(DeclarationError::new(text, problems)) }
}

struct Reader<'t> {
    text: &'t str,
    places: Places<'t>,
    /// Where the parser found something wrong.
    broken: Vec<usize>,
    problems: Vec<Problem<Position>>,
    /// The lists of keys that were read, for keys that stand there twice: what each covers, and
    /// what it is called.
    lists: Vec<(Range<usize>, String)>,
}

impl Reader<'_> {
    fn at(&self, range: Range<usize>) -> Position {
        self.places.of(range)
    }

    fn problem(&mut self, range: Range<usize>, sentence: impl Into<String>) {
        self.problems.push(Problem::new(self.at(range), sentence));
    }

    /// What the parser reports: of keys that stand there twice, in the grammar's words.
    fn parser_said(&mut self, error: &toml::de::Error) {
        let range = error.span().unwrap_or(0..0);
        let name = self.text.get(range.clone()).unwrap_or_default().trim_matches(['"', '\'']);
        let sentence = match error.message() {
            "duplicate key" => Key::<()>::given_twice(name, self.list_of(&range)),
            other => other.trim().to_owned(),
        };
        self.problem(range, sentence);
    }

    /// The innermost list of keys around a place. A list with a header of its own lasts until the
    /// next header.
    fn list_of(&self, range: &Range<usize>) -> &str {
        let has_header = |list: &Range<usize>| {
            self.text.get(list.clone()).is_some_and(|text| text.starts_with('['))
        };
        let before =
            |(list, _): &&(Range<usize>, String)| list.end <= range.start && has_header(list);
        let inline = self.lists.iter().rfind(|(list, _)| list.contains(&range.start));
        inline
            .or_else(|| self.lists.iter().filter(before).max_by_key(|(list, _)| list.start))
            .map_or("the file", |(_, name)| name)
    }

    fn file(&mut self, document: &DeTable<'_>) -> Vec<FromFile> {
        let mut read: Vec<FromFile> = Vec::new();
        for (key, value) in document {
            if key.get_ref() != "provider" {
                let sentence = format!(
                    "`{}` is outside of a provider: begin each with `[[provider]]`",
                    key.get_ref()
                );
                self.problem(key.span(), sentence);
                continue;
            }
            let key = Key { name: "provider".to_owned(), span: (), example: "[[provider]]".into() };
            let tables = self.tables(&key, value);
            let starts: Vec<usize> = tables.iter().map(|(range, _)| range.start).collect();
            for (range, table) in tables {
                let end = starts.iter().copied().find(|start| *start > range.start);
                let lines = range.start..end.unwrap_or(usize::MAX);
                let readable = !self.broken.iter().any(|at| lines.contains(at));
                let provider = self.provider(range, table, readable);
                read.extend(provider);
            }
        }
        if document.is_empty() {
            self.problem(0..0, "no provider is declared: begin each with `[[provider]]`");
        }
        let mut names: Vec<&str> = Vec::new();
        for FromFile { keys, .. } in &read {
            let Some(name) = &keys.name else { continue };
            if names.contains(&name.value.as_str()) {
                let sentence =
                    format!("`{}` is a duplicate provider: remove one of them", name.value);
                self.problems.push(Problem::new(name.span, sentence));
            }
            names.push(&name.value);
        }
        read
    }

    fn provider(
        &mut self,
        range: Range<usize>,
        table: &DeTable<'_>,
        readable: bool,
    ) -> Option<FromFile> {
        let before = self.problems.len();
        let whole = self.at(range.clone());
        let known = [Declaration::<Position>::TABLE.known, &[EVENTS_KEY]].concat();
        let (mut keys, mut events) = (Declaration::default(), Vec::new());
        let words = Declaration::<Position>::TABLE;
        self.entries(range, table, "`[[provider]]`", &known, words, &mut |reader, key, value| {
            if key.name == EVENTS_KEY.0 {
                events = reader.list(key, value);
            } else if let Some(slot) = keys.slot(&key.name) {
                reader.fill(key, value, slot);
            }
        });
        if keys.name.is_none() && !table.contains_key("name") {
            self.problems.push(Problem::new(
                whole,
                "`name` is missing: say what the provider is called, as in `name = \"acme\"`",
            ));
        }
        self.problems.extend(event_names(&events));
        // As in attributes: where a key could not be read, what has to hold between the keys is not
        // asked.
        if !readable || self.problems.len() > before {
            self.problems.extend(keys.check_each(whole));
            return None;
        }
        match keys.check(whole) {
            Ok(checked) => {
                let events = events.into_iter().map(|name| name.value).collect();
                Some(FromFile { keys, checked, events })
            }
            Err(problems) => {
                self.problems.extend(problems);
                None
            }
        }
    }

    /// Reads a list of keys, in the order of the file.
    fn entries(
        &mut self,
        range: Range<usize>,
        table: &DeTable<'_>,
        list: &str,
        known: &Known,
        words: &'static Table,
        read: &mut dyn FnMut(&mut Self, &Key<Position>, &Value<'_>),
    ) {
        self.lists.push((range, list.to_owned()));
        for (name, value) in table {
            match Key::find(name.get_ref(), self.at(name.span()), list, known) {
                Ok(mut key) => {
                    if let Some(word) = words.word(&key.name) {
                        key.example = word.example_in_file().into();
                    }
                    read(self, &key, value);
                }
                Err(sentence) => self.problem(name.span(), sentence),
            }
        }
    }

    fn fill(&mut self, key: &Key<Position>, value: &Value<'_>, slot: Slot<'_, Position>) {
        match slot {
            Slot::Text(slot) => *slot = self.read_text(key, value),
            Slot::Texts(slot) if matches!(value.get_ref(), DeValue::Array(_)) => {
                *slot = self.list(key, value);
            }
            Slot::Texts(slot) => *slot = self.read_text(key, value).into_iter().collect(),
            Slot::List(slot) => *slot = self.list(key, value),
            Slot::Number(slot) => *slot = self.number(key, value),
            Slot::Keys(group) => self.group(key, value, group),
        }
    }

    fn read_text(&mut self, key: &Key<Position>, value: &Value<'_>) -> Option<Text> {
        let DeValue::String(text) = value.get_ref() else {
            self.problem(value.span(), key.is_text());
            return None;
        };
        Some(Spanned { span: self.at(value.span()), value: text.to_string() })
    }

    fn list(&mut self, key: &Key<Position>, value: &Value<'_>) -> Vec<Text> {
        let Some(texts) = value.get_ref().as_array() else {
            self.problem(value.span(), key.is_list());
            return Vec::new();
        };
        if texts.is_empty() {
            self.problem(value.span(), key.lists_nothing());
        }
        texts.iter().filter_map(|text| self.read_text(key, text)).collect()
    }

    fn number(&mut self, key: &Key<Position>, value: &Value<'_>) -> Option<Spanned<Position, u64>> {
        let number = match value.get_ref() {
            DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            self.problem(value.span(), key.is_number());
        }
        Some(Spanned { span: self.at(value.span()), value: number? })
    }

    /// Keys of its own: a table, or several in a list where there may be several.
    fn group(&mut self, key: &Key<Position>, value: &Value<'_>, group: &mut dyn Group<Position>) {
        let table = group.table();
        let list = format!("`{}`", table.name);
        let tables = if group.may_be_several() {
            self.tables(key, value)
        } else if let Some(table) = value.get_ref().as_table() {
            vec![(value.span(), table)]
        } else {
            self.problem(value.span(), key.is_table());
            Vec::new()
        };
        for (range, read) in tables {
            let keys: &mut dyn Keys<Position> = group.add(key.span);
            self.entries(range, read, &list, table.known, table, &mut |reader, key, value| {
                if let Some(slot) = keys.slot(&key.name) {
                    reader.fill(key, value, slot);
                }
            });
        }
    }

    /// One table, or several in a list.
    fn tables<'v, S>(
        &mut self,
        key: &Key<S>,
        value: &'v Value<'_>,
    ) -> Vec<(Range<usize>, &'v DeTable<'v>)> {
        let all: Vec<_> = match value.get_ref().as_array() {
            Some(several) => several.iter().collect(),
            None => vec![value],
        };
        let mut tables = Vec::new();
        for table in &all {
            match table.get_ref().as_table() {
                Some(read) => tables.push((table.span(), read)),
                None => self.problem(table.span(), key.is_table()),
            }
        }
        if all.is_empty() {
            self.problem(value.span(), key.lists_nothing());
        }
        tables
    }
}
