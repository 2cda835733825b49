//! Finding a name among hundreds.
//!
//! The compiler counts the steps of a constant and gives up at two millions of them. To look for
//! each of a provider's names among those of an enum takes one step for every pair and letter, which
//! is more from several hundred names on; a table takes as many as there are letters.

use super::text::{equal, position};

/// How many names the table is made for; of more, each is looked for in the list.
const MOST: usize = 2048;

/// Twice as many slots, so that a few are tried at most.
const SLOTS: usize = 2 * MOST;

/// A list of names, and where each stands in it.
pub(super) struct Lookup<'a> {
    names: &'a [&'a str],
    /// One more than the place of a name; 0 where none is.
    slots: [u16; SLOTS],
}

impl<'a> Lookup<'a> {
    #[allow(clippy::cast_possible_truncation, reason = "at most `MOST`")]
    pub(super) const fn of(names: &'a [&'a str]) -> Self {
        let mut slots = [0; SLOTS];
        let mut index = 0;
        while index < names.len() && names.len() <= MOST {
            let mut slot = hash(names[index]);
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = index as u16 + 1;
            index += 1;
        }
        Self { names, slots }
    }

    /// Where the name stands; `names.len()` if it stands nowhere.
    pub(super) const fn position(&self, name: &str) -> usize {
        if self.names.len() > MOST {
            return position(self.names, name);
        }
        let mut slot = hash(name);
        while self.slots[slot] != 0 {
            let index = self.slots[slot] as usize - 1;
            if equal(self.names[index], name) {
                return index;
            }
            slot = (slot + 1) % SLOTS;
        }
        self.names.len()
    }

    /// Whether the name stands there.
    pub(super) const fn has(&self, name: &str) -> bool {
        self.position(name) < self.names.len()
    }
}

/// FNV-1a, down to a slot.
const fn hash(name: &str) -> usize {
    let name = name.as_bytes();
    let mut hash: u32 = 0x811c_9dc5;
    let mut index = 0;
    while index < name.len() {
        hash = (hash ^ name[index] as u32).wrapping_mul(0x0100_0193);
        index += 1;
    }
    ((hash >> 16) ^ hash) as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::{Lookup, MOST};

    #[test]
    fn every_name_is_found_where_it_stands() {
        for count in [0, 1, 3, MOST, MOST + 1] {
            let names: Vec<String> = (0..count).map(|number| format!("a.name.{number}")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let lookup = Lookup::of(&names);
            for (index, name) in names.iter().enumerate() {
                assert_eq!(lookup.position(name), index, "of {count}");
            }
            assert!(!lookup.has("a.name"), "of {count}");
            assert!(!lookup.has(""), "of {count}");
        }
    }
}
