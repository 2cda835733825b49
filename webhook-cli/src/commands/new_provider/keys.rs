//! The keys of a declaration as options: one a key of the language's table.
//!
//! A key whose value is a list of keys takes these as `KEY=VALUE`.

use std::{collections::BTreeMap, sync::LazyLock};

use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};
use webhook_kit::grammar::{Declaration, Key, Kind, Problem, Slot, Spanned, Table, Word};

/// A declaration whose places are the options that say its keys.
pub(super) type Options = Declaration<&'static str>;

type Problems = Vec<Problem<&'static str>>;

/// A key as an option.
struct Choice {
    word: &'static Word,
    /// With its two dashes.
    flag: String,
    long_help: String,
}

/// All keys but the name, which is an argument.
static CHOICES: LazyLock<Vec<Choice>> = LazyLock::new(|| {
    let words = Options::TABLE.words.iter().filter(|word| word.name != "name");
    words
        .map(|word| Choice {
            word,
            flag: format!("--{}", word.name.replace('_', "-")),
            long_help: match word.kind {
                Kind::One(table) | Kind::Many(table) => {
                    let keys: Vec<&str> = table.known.iter().map(|(key, _)| *key).collect();
                    format!("{}. Its keys: {}", one_line(word.meaning), keys.join(", "))
                }
                _ => one_line(word.meaning),
            },
        })
        .collect()
});

impl Choice {
    fn long(&'static self) -> &'static str {
        self.flag.trim_start_matches('-')
    }

    /// Keys of its own, if it has some.
    fn table(&self) -> Option<&'static Table> {
        match self.word.kind {
            Kind::One(table) | Kind::Many(table) => Some(table),
            _ => None,
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}

/// What each option was given, once for every time that it is there.
#[derive(Debug, Default, Clone)]
pub(super) struct Keys {
    given: BTreeMap<&'static str, Vec<Vec<String>>>,
}

impl Args for Keys {
    fn augment_args(command: Command) -> Command {
        CHOICES.iter().fold(command, |command, choice| {
            let help = choice.long_help.split(". ").next().unwrap_or_default();
            let arg = Arg::new(choice.word.name)
                .long(choice.long())
                .help(help)
                .long_help(choice.long_help.as_str())
                .help_heading("Declaration")
                .action(ArgAction::Append);
            command.arg(match choice.table() {
                Some(_) => arg.value_name("KEY=VALUE").num_args(1..),
                None => arg.value_name(match choice.word.kind {
                    Kind::Number => "NUMBER",
                    _ => "TEXT",
                }),
            })
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Keys {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut given = BTreeMap::new();
        for choice in CHOICES.iter() {
            if let Some(several) = matches.get_occurrences::<String>(choice.word.name) {
                let each = several.map(|values| values.cloned().collect()).collect();
                given.insert(choice.word.name, each);
            }
        }
        Ok(Self { given })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl Keys {
    /// Whether nothing was said.
    pub(super) fn is_empty(&self) -> bool {
        self.given.is_empty()
    }

    /// Whether a key, or one of its own keys, was said.
    pub(super) fn says(&self, key: &str, own: Option<&str>) -> bool {
        let Some(given) = self.given.get(key) else { return false };
        own.is_none_or(|own| {
            let begins = |value: &String| value.split_once('=').is_some_and(|(key, _)| key == own);
            given.iter().flatten().any(begins)
        })
    }

    /// Says a key, or one of its own keys.
    pub(super) fn say(&mut self, key: &'static str, own: Option<&str>, value: &str) {
        let given = self.given.entry(key).or_default();
        match own {
            None => given.push(vec![value.to_owned()]),
            Some(own) => {
                let text = format!("{own}={value}");
                match given.last_mut() {
                    Some(last) => last.push(text),
                    None => given.push(vec![text]),
                }
            }
        }
    }

    /// Takes back what was said last of a key.
    pub(super) fn take_back(&mut self, key: &str) {
        let Some(given) = self.given.get_mut(key) else { return };
        if let Some(last) = given.last_mut() {
            last.pop();
        }
        given.retain(|values| !values.is_empty());
        if given.is_empty() {
            self.given.remove(key);
        }
    }

    /// What was said, with the option as the place of each key; what cannot be read is a problem of its
    /// option.
    pub(super) fn declaration(&self, name: &str) -> (Options, Problems) {
        let mut problems = Vec::new();
        let text = |value: &str, span| Spanned { span, value: value.to_owned() };
        let mut declaration = Options {
            name: Some(text(name, "NAME")),
            algo: Some(text("sha256", "--algo")),
            ..Options::default()
        };
        for choice in CHOICES.iter() {
            let Some(given) = self.given.get(choice.word.name) else { continue };
            for values in given {
                match declaration.slot(choice.word.name) {
                    Some(Slot::Keys(group)) => {
                        let table = group.table();
                        let keys = if group.may_be_several() {
                            group.add(&choice.flag)
                        } else {
                            group.last_or_add(&choice.flag)
                        };
                        for (key, value) in read(choice, table, values, &mut problems) {
                            fill(keys.slot(key), value, &choice.flag);
                        }
                    }
                    mut slot => {
                        for value in values {
                            fill(slot.take(), value, &choice.flag);
                            slot = declaration.slot(choice.word.name);
                        }
                    }
                }
            }
        }
        (declaration, problems)
    }
}

/// The keys of a list and their values.
fn read<'v>(
    choice: &'static Choice,
    table: &Table,
    values: &'v [String],
    problems: &mut Problems,
) -> Vec<(&'v str, &'v str)> {
    let mut read = Vec::new();
    for text in values {
        let Some((key, value)) = text.split_once('=') else {
            let example = table.known.first().map_or("", |(_, example)| example);
            let example = example.replace(" = ", "=").replace('"', "");
            let sentence = format!("`{text}` is not a key with a value, as in `{example}`");
            problems.push(Problem::new(&choice.flag, sentence));
            continue;
        };
        let key = key.trim();
        match Key::find(key, &choice.flag, &format!("`{}`", choice.flag), table.known) {
            Ok(_) => read.push((key, value)),
            Err(sentence) => problems.push(Problem::new(&choice.flag, sentence)),
        }
    }
    read
}

/// Puts a value into its place; where several texts may stand, beside those that are there.
fn fill(slot: Option<Slot<'_, &'static str>>, value: &str, flag: &'static str) {
    let text = Spanned { span: flag, value: value.to_owned() };
    match slot {
        Some(Slot::Text(slot)) => *slot = Some(text),
        Some(Slot::Texts(slot) | Slot::List(slot)) => slot.push(text),
        Some(Slot::Number(slot)) => {
            // What is not a number is outside of every range that is checked.
            *slot = Some(Spanned { span: flag, value: value.parse().unwrap_or(u64::MAX) });
        }
        Some(Slot::Keys(_)) | None => {}
    }
}
