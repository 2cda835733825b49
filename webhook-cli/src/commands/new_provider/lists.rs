//! The keys of a declaration that are lists of keys, and may be there several times: as options whose
//! values are those keys.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};
use webhook_kit::grammar::{
    HANDSHAKE_KEYS, HandshakeKeys, Key, Known, Problem, Slot, TOKEN_KEYS, TokenKeys, WAY_KEYS,
    WayKeys,
};

use super::keys::{Options, fill};

/// An option, the keys that its values may say, and what it is for.
struct List {
    name: &'static str,
    flag: &'static str,
    keys: &'static Known,
    help: &'static str,
}

const OR: List = List {
    name: "or",
    flag: "--or",
    keys: WAY_KEYS,
    help: "Another way in which it signs; the option may be there several times",
};
const TOKEN: List = List {
    name: "token",
    flag: "--token",
    keys: TOKEN_KEYS,
    help: "What a JSON web token must say, for `--algo jwt-..`",
};
const HANDSHAKE: List = List {
    name: "handshake",
    flag: "--handshake",
    keys: HANDSHAKE_KEYS,
    help: "What it asks before it sends deliveries, and how it is answered; the option may be there \
           several times",
};
const LISTS: [&List; 3] = [&OR, &TOKEN, &HANDSHAKE];

/// The values of each of [`LISTS`], once for every time that the option is there.
#[derive(Debug, Default, Clone)]
pub(super) struct Lists {
    given: [Vec<Vec<String>>; LISTS.len()],
}

impl Args for Lists {
    fn augment_args(command: Command) -> Command {
        LISTS.iter().fold(command, |command, list| {
            let keys: Vec<&str> = list.keys.iter().map(|(key, _)| *key).collect();
            let long = format!("{}. Its keys: {}", list.help, keys.join(", "));
            command.arg(
                Arg::new(list.name)
                    .long(list.name)
                    .help(list.help)
                    .long_help(long)
                    .help_heading("Declaration")
                    .value_name("KEY=VALUE")
                    .num_args(1..)
                    .action(ArgAction::Append),
            )
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Lists {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let given = LISTS.map(|list| {
            let several = matches.get_occurrences::<String>(list.name);
            several.into_iter().flatten().map(|values| values.cloned().collect()).collect()
        });
        Ok(Self { given })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

type Problems = Vec<Problem<&'static str>>;

impl Lists {
    pub(super) fn is_empty(&self) -> bool {
        self.given.iter().all(Vec::is_empty)
    }

    /// Adds what was said to a declaration; what cannot be read is a problem of its option.
    pub(super) fn add_to(&self, declaration: &mut Options) -> Problems {
        let mut problems = Vec::new();
        let [ways, tokens, handshakes] = &self.given;
        for values in ways {
            let mut keys = WayKeys::new(OR.flag);
            OR.read(values, &mut problems, |key, value| fill_one(keys.slot(key), value, OR.flag));
            declaration.or.push(keys);
        }
        for values in tokens {
            let keys = declaration.token.get_or_insert_with(|| TokenKeys::new(TOKEN.flag));
            TOKEN.read(values, &mut problems, |key, value| {
                fill_one(keys.slot(key), value, TOKEN.flag);
            });
        }
        for values in handshakes {
            let mut keys = HandshakeKeys::new(HANDSHAKE.flag);
            HANDSHAKE.read(values, &mut problems, |key, value| {
                fill_one(keys.slot(key), value, HANDSHAKE.flag);
            });
            declaration.handshake.push(keys);
        }
        problems
    }
}

fn fill_one(slot: Option<Slot<'_, &'static str>>, value: &str, flag: &'static str) {
    fill(slot, &[value.to_owned()], flag);
}

impl List {
    /// Hands out keys and their values; one that is there twice adds a text where several may stand.
    fn read(&self, values: &[String], problems: &mut Problems, mut put: impl FnMut(&str, &str)) {
        for text in values {
            let key = text.split_once('=').map(|(key, value)| (key.trim(), value));
            let Some((name, value)) = key else {
                let example = self.keys.first().map_or("", |(_, example)| example);
                let example = example.replace(" = ", "=").replace('"', "");
                let sentence = format!("`{text}` is no key with a value, as in `{example}`");
                problems.push(Problem::new(self.flag, sentence));
                continue;
            };
            match Key::find(name, self.flag, &format!("`{}`", self.flag), self.keys) {
                Ok(_) => put(name, value),
                Err(sentence) => problems.push(Problem::new(self.flag, sentence)),
            }
        }
    }
}
