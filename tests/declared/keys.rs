//! Every key of the language is one of every reader and every writer.

use webhook_kit::{
    declared::parse_toml,
    grammar::{Declaration, Given, Keys, Kind, Slot, Spanned, Table},
};

/// The keys of a declaration and of the lists in it, each with what stands around it.
fn tables() -> Vec<(Option<&'static str>, &'static Table)> {
    let whole = Declaration::<()>::TABLE;
    let mut tables = vec![(None, whole)];
    for word in whole.words {
        if let Kind::One(table) | Kind::Many(table) = word.kind {
            tables.push((Some(word.name), table));
        }
    }
    tables
}

#[test]
fn files_are_read_with_every_key() {
    for (list, table) in tables() {
        for word in table.words {
            let example = word.example_in_file();
            let line = match list {
                Some(list) => format!("{list} = {{ {example} }}"),
                None => example,
            };
            let problems = match parse_toml(&format!("[[provider]]\n{line}\n")) {
                Ok(_) => Vec::new(),
                Err(error) => error.problems().map(|one| one.sentence.clone()).collect(),
            };
            // What has to stand beside a key is another matter than whether it is one.
            for wrong in ["unknown key", "must be a", "duplicate key", "expected"] {
                let said = problems.iter().find(|sentence| sentence.contains(wrong));
                assert!(said.is_none(), "{line}: {said:?}");
            }
        }
    }
}

/// Puts something under a key; `false` if it is none of the list.
fn fill(keys: &mut dyn Keys<()>, key: &str) -> bool {
    let text = Spanned { span: (), value: "a text".to_owned() };
    match keys.slot(key) {
        Some(Slot::Text(slot)) => *slot = Some(text),
        Some(Slot::Texts(slot) | Slot::List(slot)) => slot.push(text),
        Some(Slot::Number(slot)) => *slot = Some(Spanned { span: (), value: 7 }),
        Some(Slot::Keys(group)) => {
            let table = group.table();
            let keys = group.add(());
            for word in table.words {
                assert!(fill(keys, word.name), "{}", word.name);
            }
        }
        None => return false,
    }
    true
}

#[test]
fn every_key_has_a_place_and_is_written() {
    let mut keys = Declaration::<()>::default();
    for word in Declaration::<()>::TABLE.words {
        assert!(keys.given(word.name).is_none(), "{}", word.name);
        assert!(fill(&mut keys, word.name), "{}", word.name);
        let given = keys.given(word.name);
        let is_given = match (&given, word.kind) {
            (Some(Given::Keys(lists)), Kind::One(_) | Kind::Many(_)) => lists.len() == 1,
            (Some(Given::Number(number)), Kind::Number) => *number == 7,
            (Some(Given::Texts(texts)), Kind::Text | Kind::Texts)
            | (Some(Given::List(texts)), Kind::List) => texts.len() == 1,
            _ => false,
        };
        assert!(is_given, "{}: {given:?}", word.name);
    }
    for text in [keys.to_toml(&[]), keys.to_attribute(&[])] {
        for (list, table) in tables() {
            for word in table.words {
                let line = text.lines().find(|line| match list {
                    Some(list) => line.trim_start().starts_with(list),
                    None => line.trim_start().starts_with(word.name),
                });
                let line = line.unwrap_or_else(|| panic!("`{}` is not written: {text}", word.name));
                assert!(line.contains(word.name), "`{}` is not written: {line}", word.name);
            }
        }
    }
}

/// What the reference says of each key.
#[test]
fn every_key_is_described() {
    for (list, table) in tables() {
        assert_eq!(table.name, list.unwrap_or("provider"));
        for word in table.words {
            assert!(word.meaning.trim().ends_with('.'), "{}: {}", word.name, word.meaning);
            assert!(word.example.starts_with(word.name), "{}: {}", word.name, word.example);
        }
    }
}
