//! The house: rooms import downwards only. `floors.txt` says which room stands on which floor.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "what fails here fails the test"
)]

mod sources;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use sources::{Crate, Import, Names};

const FLOORS: &str = include_str!("floors.txt");

/// The floors of a section, from the ground: rooms, or crates.
fn floors(section: &str) -> Vec<Vec<&'static str>> {
    let lines = FLOORS.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let mut lines = lines.skip_while(|line| *line != format!("[{section}]")).skip(1);
    let floors = lines.by_ref().take_while(|line| !line.starts_with('['));
    floors.filter(|line| !line.is_empty()).map(|line| line.split_whitespace().collect()).collect()
}

fn floor_of(floors: &[Vec<&str>], room: &str) -> Option<usize> {
    floors.iter().position(|floor| floor.contains(&room))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every crate of the workspace, with its folder; the guide's examples are no crate that others see.
fn crates() -> BTreeMap<String, std::path::PathBuf> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("a manifest");
    let (_, from) = manifest.split_once("members = [").expect("members");
    let (members, _) = from.split_once(']').expect("their end");
    let members = members.split('"').skip(1).step_by(2).filter(|member| *member != "docs/guide");
    let folders = members.map(|member| root().join(member));
    let named = folders.map(|folder| {
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        (name, folder)
    });
    // The guide is a package for its examples alone.
    let named = named.filter(|(name, _)| name.starts_with("webhook-"));
    named.chain([("webhook-kit".to_owned(), root().to_owned())]).collect()
}

/// What is wrong with the imports of a crate.
fn mistakes(floors: &[Vec<&str>], found: &Crate) -> Vec<String> {
    let rooms = found.rooms();
    let listed: BTreeSet<&str> = floors.iter().flatten().copied().collect();
    let mut mistakes = Vec::new();
    // Of a crate without floors only circles are looked for.
    for room in rooms.difference(&listed).filter(|_| !listed.is_empty()) {
        mistakes.push(format!("the room `{room}` stands on no floor"));
    }
    for room in listed.difference(&rooms) {
        mistakes.push(format!("floors.txt has a room `{room}` that is not there"));
    }
    // Below each module, which of its children import which.
    let mut edges: BTreeMap<Names, BTreeMap<String, BTreeMap<String, String>>> = BTreeMap::new();
    for Import { file, from, to, path } in found.imports() {
        let same = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
        let (Some(here), Some(there)) = (from.get(same), to.get(same)) else { continue };
        let file = file.strip_prefix(root()).unwrap_or(&file).display().to_string();
        if same == 0 {
            // A module within the root's own file is the root's.
            if !rooms.contains(here.as_str()) || !rooms.contains(there.as_str()) {
                continue;
            }
            let (below, above) = (floor_of(floors, there), floor_of(floors, here));
            if below.is_some() && above.is_some() && below >= above {
                mistakes.push(format!("{file} imports `{path}`: `{here}` is not above `{there}`"));
            }
        }
        let below = edges.entry(from[..same].to_vec()).or_default();
        let targets = below.entry(here.clone()).or_default();
        targets.entry(there.clone()).or_insert(format!("{file} imports `{path}`"));
    }
    for (parent, edges) in &edges {
        if let Some(circle) = circle(edges) {
            mistakes.push(format!("a circle in `{}`: {}", parent.join("::"), circle.join("; ")));
        }
    }
    mistakes.sort();
    mistakes.dedup();
    mistakes
}

/// A circle among imports, if there is one: the imports that it is made of.
fn circle(edges: &BTreeMap<String, BTreeMap<String, String>>) -> Option<Vec<&str>> {
    for start in edges.keys() {
        // From each to the import that led there first.
        let mut led: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
        let mut waiting = vec![start.as_str()];
        while let Some(room) = waiting.pop() {
            for (next, import) in edges.get(room).into_iter().flatten() {
                if led.contains_key(next.as_str()) {
                    continue;
                }
                led.insert(next, (room, import));
                waiting.push(next);
            }
        }
        let Some(mut step) = led.get(start.as_str()) else { continue };
        let mut circle = vec![step.1];
        while step.0 != start {
            step = &led[step.0];
            circle.push(step.1);
        }
        circle.reverse();
        return Some(circle);
    }
    None
}

#[test]
fn rooms_import_downwards() {
    let mut mistakes_of_all = Vec::new();
    for (name, folder) in crates() {
        let mut mistakes = mistakes(&floors(&name), &Crate::read(&folder));
        if floor_of(&floors("tied"), &name).is_some() {
            let before = mistakes.len();
            mistakes.retain(|mistake| !mistake.starts_with("a circle"));
            assert!(mistakes.len() < before, "`{name}` has no circle: take it from [tied]");
        }
        mistakes_of_all.extend(mistakes.into_iter().map(|mistake| format!("{name}: {mistake}")));
    }
    assert!(mistakes_of_all.is_empty(), "\n{}\n", mistakes_of_all.join("\n"));
}

#[test]
fn crates_depend_downwards() {
    let floors = floors("workspace");
    for (name, folder) in crates() {
        let above =
            floor_of(&floors, &name).unwrap_or_else(|| panic!("`{name}` stands on no floor"));
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        let (_, from) = manifest.split_once("\n[dependencies]\n").unwrap_or_default();
        let (dependencies, _) = from.split_once("\n[").unwrap_or((from, ""));
        for line in dependencies.lines().filter(|line| line.starts_with("webhook-")) {
            let needed = line.split(['.', ' ', '=']).next().unwrap_or_default();
            let below = floor_of(&floors, needed);
            assert!(
                below.is_some_and(|below| below < above),
                "`{name}` depends on `{needed}`, which is not below it"
            );
        }
    }
}

#[test]
fn the_kit_names_all_that_the_core_exports() {
    let read = |folder: &Path| Crate::read(folder);
    let (core, kit) = (read(&root().join("webhook-core")), read(root()));
    let text = fs::read_to_string(root().join("webhook-core/src/lib.rs")).expect("the core's root");
    let is_public =
        |name: &&str| !core.rooms().contains(name) || text.contains(&format!("pub mod {name};"));
    let exported: BTreeSet<&str> = core.names_of_root().into_iter().filter(is_public).collect();
    assert!(exported.contains("Endpoint") && exported.contains("custom"));
    let missing: Vec<_> = exported.difference(&kit.names_of_root()).copied().collect();
    assert!(missing.is_empty(), "src/lib.rs does not export {missing:?} of webhook-core");
    assert!(!kit.names_of_root().contains("*"), "src/lib.rs has a glob");
}

/// A crate of these files, and what is wrong with it.
fn of_files(name: &str, floors: &[Vec<&str>], files: &[(&str, &str)]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (file, text) in files {
        let file = folder.join("src").join(file);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }
    mistakes(floors, &Crate::read(&folder))
}

#[test]
fn imports_of_every_kind_are_seen() {
    let floors = [vec!["low"], vec!["high"]];
    let root = "mod high; mod low; pub use crate::high::{inner::High as Renamed, Other};";
    let high = ("high/mod.rs", "pub mod inner; pub struct Other;");
    let inner = ("high/inner.rs", "use crate::low::Low; pub struct High;");
    let number = std::cell::Cell::new(0);
    let mistakes = |low: &str| {
        number.set(number.get() + 1);
        let files = [("lib.rs", root), high, inner, ("low.rs", low)];
        of_files(&format!("house-{}", number.get()), &floors, &files)
    };
    for low in [
        "",
        "use std::fmt; use other::high::Other; fn f() { self::g() }",
        "/// [`Other`](crate::high::Other)\n pub struct Low;",
        "#[cfg(test)] mod tests { use crate::high::Other; }",
        "pub struct High; mod own { use super::High; }",
    ] {
        assert_eq!(mistakes(low), [""; 0], "{low}");
    }
    for low in [
        "use crate::high::Other;",
        "use super::high;",
        "use crate::{Renamed};",
        "use crate::Other as Mine;",
        "use crate::{high::{self, inner::{High}}};",
        "pub(crate) use super::Renamed;",
        "fn f() { let _ = crate::high::inner::High; }",
        "fn f(_: super::Other) {}",
        "macro_rules! m { () => { $crate::high::Other } }",
        "mod own { fn f() { let _ = super::super::Renamed; } }",
    ] {
        let mistakes = mistakes(low);
        let is_said = |what: &str| mistakes.iter().any(|mistake| mistake.contains(what));
        assert!(is_said("`low` is not above `high`"), "{low}: {mistakes:?}");
        assert!(is_said("a circle in ``"), "{low}: {mistakes:?}");
    }
}

#[test]
fn every_room_has_a_floor_and_no_folder_a_circle() {
    let files = [
        ("lib.rs", "mod room; mod cellar;"),
        ("cellar.rs", ""),
        ("room/mod.rs", "mod one; mod two; pub use self::{one::One, two::Two};"),
        ("room/one.rs", "pub struct One(super::Two);"),
        ("room/two.rs", "use super::one::One; pub struct Two;"),
    ];
    let mistakes = of_files("house-floors", &[vec!["room"], vec!["attic"]], &files);
    assert_eq!(mistakes.len(), 3, "{mistakes:?}");
    assert!(mistakes[0].starts_with("a circle in `room`: "), "{mistakes:?}");
    assert_eq!(mistakes[1], "floors.txt has a room `attic` that is not there");
    assert_eq!(mistakes[2], "the room `cellar` stands on no floor");
}
