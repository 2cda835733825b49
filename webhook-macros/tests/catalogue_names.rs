//! Where the catalogue's names stand beside its modules: a macro knows no crate, a feature no module.
//! All of those lists are made of the modules; `WEBHOOK_BLESS=1` writes them. They are made here, where
//! nothing is compiled that the lists are a part of.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// What a provider's file says of itself.
struct Module {
    name: String,
    file: String,
    category: String,
    source: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// Every module with a provider, by its name.
fn modules() -> Vec<Module> {
    let sources = root().join("webhook-providers/src");
    let mut modules = Vec::new();
    for path in entries(&sources) {
        if path.is_dir() {
            let category = stem(&path);
            // A folder beside a provider's file has the rest of that provider.
            let files = entries(&path).into_iter().filter(|path| path.is_file());
            modules.extend(files.filter_map(|path| module(&path, &category)));
        }
    }
    modules.sort_by(|left, right| left.file.cmp(&right.file));
    modules
}

fn module(path: &Path, category: &str) -> Option<Module> {
    let source = read(path);
    let (_, declared) = source.split_once("#[provider(")?;
    let (_, from) = declared.split_once("name = \"").expect("a name");
    let name = from.split('"').next().expect("its end").to_owned();
    let module = stem(path);
    assert_eq!(module.trim_end_matches('_'), name.replace('-', "_"), "{}", path.display());
    assert!(source.contains(" as __Provider;"), "{} has no `__Provider`", path.display());
    Some(Module { name, file: module, category: category.to_owned(), source })
}

/// Writes a list where that is asked for; fails where it is not as it should be.
fn settle(path: &str, written: &str) {
    let file = root().join(path);
    if env::var_os("WEBHOOK_BLESS").is_some() {
        fs::write(&file, written).expect("the list can be written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == written,
        "{path} is stale: run `WEBHOOK_BLESS=1 cargo test -p webhook-macros --test catalogue_names`"
    );
}

/// A file with the lines between its two marks replaced. A mark is a comment of the file's language.
fn replaced(path: &str, lines: &str) -> String {
    let text = read(&root().join(path));
    let (before, from) =
        text.split_once(" Written by webhook-macros/tests/catalogue_names.rs.\n").expect(path);
    let (old, after) = from.split_once(" End of what is written.\n").expect(path);
    let comment = old.rsplit('\n').next().expect("a comment");
    format!(
        "{before} Written by webhook-macros/tests/catalogue_names.rs.\n{lines}{comment} End of what is written.\n{after}"
    )
}

fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.fold(String::new(), |mut lines, name| {
        let _ = writeln!(lines, "    \"{name}\",");
        lines
    })
}

#[test]
fn the_macros_know_every_name() {
    let modules = modules();
    let names = quoted(modules.iter().map(|module| module.name.as_str()));
    settle(
        "webhook-macros/src/catalogue/names.rs",
        &format!(
            "//! Written by `webhook-macros/tests/catalogue_names.rs`.\n\n\
             /// Every provider of the catalogue, in alphabetical order.\n\
             #[rustfmt::skip]\n\
             pub(crate) const NAMES: &[&str] = &[\n{names}];\n"
        ),
    );
}

/// The features of the core that a declaration's algorithms and form of keys need.
fn needs(source: &str) -> Vec<&'static str> {
    let (_, declared) = source.split_once("#[provider(").unwrap_or_default();
    let (declared, _) = declared.split_once(")]").unwrap_or((declared, ""));
    let begins = |word: &&str| declared.contains(&format!("algo = \"{word}"));
    let known: [(&[&str], &str); 4] = [
        (&["ecdsa-p256", "jwt-es256"], "webhook-core/ecdsa-p256"),
        (&["ed25519", "jwt-eddsa"], "webhook-core/ed25519"),
        (&["jwt-"], "webhook-core/jwt"),
        (&["rsa-", "jwt-rs"], "webhook-core/rsa"),
    ];
    let needed = known.into_iter().filter(|(words, _)| words.iter().any(begins));
    let nfkd = declared.contains("secret_encoding = \"nfkd\"").then_some("webhook-core/nfkd");
    needed.map(|(_, need)| need).chain(nfkd).collect()
}

#[test]
fn every_provider_is_a_feature() {
    let modules = modules();
    let schemas = schemas();
    let (mut here, mut there) = (String::new(), String::new());
    for Module { name, source, .. } in &modules {
        let needs = needs(source);
        let named: Vec<String> = needs.iter().map(|need| format!("\"{need}\"")).collect();
        let _ = writeln!(here, "{name} = [{}]", named.join(", "));
        // What the core exports for it, the kit exports.
        let features = needs.iter().fold(String::new(), |mut features, need| {
            let _ = write!(features, "\"{}\", ", need.trim_start_matches("webhook-core/"));
            features
        });
        let (schema, data) = if schemas.contains(name) {
            (format!("\"webhook-macros/{name}\", "), format!(", \"webhook-schema?/{name}\""))
        } else {
            (String::new(), String::new())
        };
        let _ = writeln!(there, "{name} = [{features}{schema}\"webhook-providers/{name}\"{data}]");
    }
    let all = quoted(modules.iter().map(|module| module.name.as_str()));
    let _ = write!(here, "all-providers = [\n{all}]\n");
    let _ = writeln!(there, "all-providers = [\n{all}]");
    let manifest = "webhook-providers/Cargo.toml";
    settle(manifest, &replaced(manifest, &here));
    settle("Cargo.toml", &replaced("Cargo.toml", &there));
    // crates.io takes no crate with more features.
    assert!(read(&root().join("Cargo.toml")).matches(" = [").count() < 300);
}

/// The providers with a schema.
fn schemas() -> Vec<String> {
    entries(&root().join("base/webhook-schema/schemas")).iter().map(|path| stem(path)).collect()
}

#[test]
fn every_schema_is_a_feature() {
    let modules = modules();
    let (mut data, mut macros, mut list) = (String::new(), String::new(), String::new());
    let schemas = schemas();
    for name in &schemas {
        assert!(modules.iter().any(|module| module.name == *name), "{name} is no provider");
        let _ = writeln!(data, "{name} = []");
        let _ = writeln!(macros, "{name} = [\"webhook-schema/{name}\"]");
        let _ = writeln!(list, "    \"{name}\"");
    }
    let all = quoted(schemas.iter().map(String::as_str));
    let _ = writeln!(data, "all-schemas = [\n{all}]");
    for (manifest, lines) in
        [("base/webhook-schema/Cargo.toml", data), ("webhook-macros/Cargo.toml", macros)]
    {
        settle(manifest, &replaced(manifest, &lines));
    }
    let path = "base/webhook-schema/src/catalogue.rs";
    let text = read(&root().join(path));
    let (before, from) = text.split_once("schemas! {\n").expect(path);
    let (_, after) = from.split_once('}').expect(path);
    settle(path, &format!("{before}schemas! {{\n{list}}}{after}"));
}

#[test]
fn every_module_is_declared() {
    let modules = modules();
    let mut categories: Vec<&str> = modules.iter().map(|module| module.category.as_str()).collect();
    categories.sort_unstable();
    categories.dedup();
    for category in categories {
        let folder = format!("webhook-providers/src/{category}");
        let mut text =
            format!("//! {category}. Written by `webhook-macros/tests/catalogue_names.rs`.\n\n");
        for Module { name, file: module, .. } in
            modules.iter().filter(|module| module.category == category)
        {
            let _ = writeln!(text, "#[cfg(feature = \"{name}\")]\npub mod {module};");
        }
        settle(&format!("{folder}/mod.rs"), &text);
    }
}

#[test]
fn every_module_is_exported() {
    let mut modules = modules();
    // As rustfmt sorts them.
    modules
        .sort_by(|left, right| (&left.category, &left.file).cmp(&(&right.category, &right.file)));
    let (mut here, mut there) = (String::new(), String::new());
    for Module { name, file: module, category, .. } in &modules {
        let _ = writeln!(here, "#[cfg(feature = \"{name}\")]\npub use {category}::{module};");
    }
    modules.sort_by(|left, right| left.file.cmp(&right.file));
    for Module { name, file: module, .. } in &modules {
        let _ =
            writeln!(there, "#[cfg(feature = \"{name}\")]\npub use webhook_providers::{module};");
    }
    let list = "webhook-providers/src/lib.rs";
    settle(list, &replaced(list, &here));
    settle("src/providers.rs", &replaced("src/providers.rs", &there));
}

#[test]
fn every_provider_is_an_entry() {
    let mut text = "//! Every provider. Written by `webhook-macros/tests/catalogue_names.rs`.\n\n\
         #[allow(unused_imports, reason = \"without a feature there is no entry\")]\n\
         use crate::registry::{Entry, entry};\n\n\
         #[rustfmt::skip]\n\
         pub(crate) const ALL: &[Entry] = &[\n"
        .to_owned();
    for Module { name, file: module, category, source } in &modules() {
        let _ = writeln!(text, "    #[cfg(feature = \"{name}\")]");
        let _ = write!(text, "    entry!({module}, \"{name}\", \"{category}\", [");
        let samples = samples(name, source);
        for (sample, event) in &samples {
            let _ = write!(text, "\n        \"{sample}\": \"{event}\",");
        }
        let _ = writeln!(text, "{}]),", if samples.is_empty() { "" } else { "\n    " });
    }
    text.push_str("];\n");
    settle("webhook-providers/src/catalogue.rs", &text);
}

/// The deliveries among a provider's samples, each with the name of its event.
fn samples(name: &str, source: &str) -> Vec<(String, String)> {
    let folder = root().join("webhook-providers/samples").join(name);
    let mut samples = Vec::new();
    for path in entries(&folder) {
        let sample = stem(&path);
        // What is no delivery, but an answer of the provider's API.
        if sample.starts_with('_') {
            continue;
        }
        let body = read(&path);
        let named = |event: &&str| {
            sample.strip_prefix(*event).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                && body.contains(&format!("\"{event}\""))
        };
        let events = source.split("#[event(\"").skip(1).filter_map(|from| from.split('"').next());
        let event = events.filter(named).max_by_key(|event| event.len()).unwrap_or_default();
        samples.push((sample.clone(), event.to_owned()));
    }
    samples
}
