//! Names of members as Rust spells them.

use webhook_schema::Field;

use crate::grammar::{nearest, one_of};

/// How many members of a large object are listed.
const SHOWN: usize = 12;

/// The member that a field means: of the same name, or of the one name that is the same but for case
/// and what stands between words (`created_at` for `createdAt`).
pub(crate) fn meant(field: &str, members: &[Field<'_>]) -> Option<String> {
    if members.iter().any(|member| member.name == field) {
        return Some(field.to_owned());
    }
    let plain = plain(field);
    let mut alike = members.iter().filter(|member| self::plain(&member.name) == plain);
    match (alike.next(), alike.next()) {
        (Some(one), None) => Some(one.name.to_string()),
        _ => None,
    }
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What stands where a name was not found, for the end of a sentence: the nearest, and a list, of many
/// those that have a word of the name in common.
pub(crate) fn there<'a>(name: &str, known: &[&'a str]) -> (Option<&'a str>, String) {
    let near = nearest(name, known.iter().copied());
    let mut shown: Vec<&str> = known.to_vec();
    if known.len() > SHOWN {
        let words: Vec<&str> = words(name).collect();
        let has_word = |known: &&str| self::words(known).any(|word| words.contains(&word));
        shown.retain(has_word);
        if shown.is_empty() {
            shown = known.to_vec();
        }
        shown.truncate(SHOWN);
    }
    let list = one_of(&shown).replace(" or ", " and ");
    let others = known.len() - shown.len();
    let list = if others == 0 {
        list
    } else {
        format!("{} and {others} more", list.replace(" and ", ", "))
    };
    (near, list)
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(['_', '.', '-', '/', ':']).filter(|word| word.len() > 1)
}
