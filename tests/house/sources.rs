//! Reads which modules a source file imports, from its tokens: `use`, and paths in code and macros.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path of names below a crate's root.
pub(crate) type Names = Vec<String>;

/// A crate's modules, and what their files name.
pub(crate) struct Crate {
    modules: BTreeMap<Names, Module>,
}

#[derive(Default)]
struct Module {
    file: PathBuf,
    /// What stands in a `use`: by the name that it has in this module.
    uses: BTreeMap<String, Names>,
    /// Every name that a `use` gives to something, of this crate or of another.
    names: BTreeSet<String>,
    /// Every path of this crate that is named, as it is written.
    paths: BTreeSet<Names>,
}

/// That one module names something of another.
pub(crate) struct Import {
    pub(crate) file: PathBuf,
    pub(crate) from: Names,
    pub(crate) to: Names,
    /// As it is written.
    pub(crate) path: String,
}

impl Crate {
    /// Reads all sources of a crate but its tests.
    pub(crate) fn read(folder: &Path) -> Self {
        let mut files = Vec::new();
        find(&folder.join("src"), &mut Vec::new(), &mut files);
        let names: BTreeSet<Names> = files.iter().map(|(names, _)| names.clone()).collect();
        let mut modules = BTreeMap::new();
        for (names_of_file, file) in files {
            let text = fs::read_to_string(&file).expect("a source file");
            let tokens: TokenStream = text.parse().expect("Rust");
            let mut found = BTreeMap::from([(names_of_file.clone(), Module::default())]);
            walk(tokens, &names_of_file, &names, &mut found);
            for module in found.values_mut() {
                module.file.clone_from(&file);
            }
            modules.extend(found);
        }
        Self { modules }
    }

    /// The rooms: the modules at the crate's root that have a file.
    pub(crate) fn rooms(&self) -> BTreeSet<&str> {
        let root = &self.modules.get(&Names::new()).expect("a root").file;
        let of_files = self.modules.iter().filter(|(_, module)| module.file != *root);
        of_files.filter_map(|(names, _)| names.first().map(String::as_str)).collect()
    }

    /// The names that the crate's root has: of its modules, and what it re-exports.
    pub(crate) fn names_of_root(&self) -> BTreeSet<&str> {
        let own = self.modules.keys().filter(|names| names.len() == 1).map(|names| &names[0]);
        let used = self.modules[&Names::new()].names.iter();
        own.chain(used).map(String::as_str).collect()
    }

    /// Every import from one module into another, the root's own aside: it re-exports.
    pub(crate) fn imports(&self) -> Vec<Import> {
        let mut imports = Vec::new();
        for (from, module) in &self.modules {
            for path in &module.paths {
                for to in self.meant(path, 0) {
                    imports.push(Import {
                        file: module.file.clone(),
                        from: from.clone(),
                        to,
                        path: path.join("::"),
                    });
                }
            }
        }
        imports
    }

    /// The modules that a path leads to: the one that it names, and the one that defines the name,
    /// where the first only re-exports it.
    fn meant(&self, path: &[String], depth: usize) -> Vec<Names> {
        let longest = (0..=path.len()).rev().find(|len| self.modules.contains_key(&path[..*len]));
        let (module, rest) = path.split_at(longest.unwrap_or_default());
        let mut meant = vec![module.to_vec()];
        let known = &self.modules[module];
        if let Some(target) = rest.first().and_then(|name| known.uses.get(name)) {
            if depth < 8 {
                meant.extend(self.meant(target, depth + 1));
            }
        }
        meant
    }
}

fn find(folder: &Path, names: &mut Names, files: &mut Vec<(Names, PathBuf)>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if stem == "tests" {
            continue;
        }
        let is_own = matches!(stem.as_str(), "lib" | "main" | "mod");
        if !is_own || path.is_dir() {
            names.push(stem);
        }
        if path.is_dir() {
            find(&path, names, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push((names.clone(), path.clone()));
        }
        if !is_own || path.is_dir() {
            names.pop();
        }
    }
}

/// Notes every path in some tokens of a module.
fn walk(
    tokens: TokenStream,
    module: &[String],
    all: &BTreeSet<Names>,
    found: &mut BTreeMap<Names, Module>,
) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Group(group) => walk(group.stream(), module, all, found),
            TokenTree::Ident(word) if word == "mod" => {
                let [TokenTree::Ident(name), TokenTree::Group(body), ..] = &tokens[at..] else {
                    continue;
                };
                at += 2;
                if !is_test(&tokens[..at - 3]) {
                    let inner: Names = module.iter().cloned().chain([name.to_string()]).collect();
                    found.entry(inner.clone()).or_default();
                    walk(body.stream(), &inner, all, found);
                }
            }
            TokenTree::Ident(word) if word == "use" && !is_punct(tokens.get(at), '<') => {
                let end = tokens[at..].iter().position(|token| is_punct(Some(token), ';'));
                let tree = &tokens[at..at + end.unwrap_or_default()];
                at += tree.len();
                let mut leaves = Vec::new();
                leaves_of(tree, &mut Vec::new(), &mut leaves);
                let here = found.entry(module.to_vec()).or_default();
                for (path, name) in leaves {
                    here.names.insert(name.clone());
                    if let Some(path) = absolute(&path, module, all) {
                        here.uses.insert(name, path.clone());
                        here.paths.insert(path);
                    }
                }
            }
            TokenTree::Ident(word) if word == "crate" || word == "super" || word == "self" => {
                let mut path = vec![word.to_string()];
                while let [
                    TokenTree::Punct(one),
                    TokenTree::Punct(two),
                    TokenTree::Ident(name),
                    ..,
                ] = &tokens[at..]
                {
                    if one.as_char() != ':' || two.as_char() != ':' {
                        break;
                    }
                    path.push(name.to_string());
                    at += 3;
                }
                if path.len() > 1 {
                    let path = absolute(&path, module, all);
                    found.entry(module.to_vec()).or_default().paths.extend(path);
                }
            }
            _ => {}
        }
    }
}

/// Whether the item behind these tokens is there for tests only.
fn is_test(before: &[TokenTree]) -> bool {
    let mut rest = before;
    while let [earlier @ .., TokenTree::Punct(hash), TokenTree::Group(attribute)] = rest {
        if hash.as_char() != '#' {
            return false;
        }
        let text = attribute.stream().to_string().replace(' ', "");
        if text == "cfg(test)" {
            return true;
        }
        rest = earlier;
    }
    false
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

/// The paths of a tree of `use`, each with its name.
fn leaves_of(tree: &[TokenTree], prefix: &mut Names, leaves: &mut Vec<(Names, String)>) {
    let before = prefix.len();
    let mut name = None;
    let mut tokens = tree.iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == "as" => {
                name = tokens.next().map(ToString::to_string);
            }
            TokenTree::Ident(word) => prefix.push(word.to_string()),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in inner.split(|token| is_punct(Some(token), ',')) {
                    if !branch.is_empty() {
                        leaves_of(branch, prefix, leaves);
                    }
                }
                prefix.truncate(before);
                return;
            }
            _ => {}
        }
    }
    // `a::b::{self}` is `a::b`.
    if prefix.len() > 1 && prefix.last().is_some_and(|last| last == "self") {
        prefix.pop();
    }
    let last = prefix.last().cloned().unwrap_or_default();
    leaves.push((prefix.clone(), name.unwrap_or(last)));
    prefix.truncate(before);
}

/// A path from the crate's root; `None` for one into another crate.
fn absolute(path: &[String], module: &[String], all: &BTreeSet<Names>) -> Option<Names> {
    let mut base = module.to_vec();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" => {
            base.clear();
            rest = path.get(1..)?;
        }
        "self" => rest = path.get(1..)?,
        "super" => {
            while let [first, others @ ..] = rest {
                if first != "super" {
                    break;
                }
                base.pop();
                rest = others;
            }
        }
        first => {
            let child: Names = module.iter().cloned().chain([first.to_owned()]).collect();
            if !all.contains(&child) {
                return None;
            }
        }
    }
    base.extend(rest.iter().cloned());
    Some(base)
}
