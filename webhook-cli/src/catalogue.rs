//! The providers that the command line knows.

use std::path::{Path, PathBuf};

use webhook_kit::{
    Scheme,
    declared::{self, Declared},
    grammar::nearest,
    providers::{self, Sample},
};

use crate::{failure::Failure, input};

/// More than any file of declarations.
const MAX_FILE: usize = 4 * 1024 * 1024;

/// The category of providers that are declared in a file.
const DECLARED: &str = "declared";

/// A provider, from wherever it is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Provider {
    pub(crate) scheme: &'static Scheme,
    pub(crate) events: &'static [&'static str],
    pub(crate) category: &'static str,
    pub(crate) samples: &'static [Sample],
}

impl Provider {
    pub(crate) fn name(&self) -> &'static str {
        self.scheme.name()
    }

    /// There is no published body of this name.
    pub(crate) fn unknown_sample(&self, name: &str) -> Failure {
        Failure::UnknownSample {
            provider: self.name(),
            wanted: name.to_owned(),
            known: self.samples.iter().map(|sample| sample.name).collect(),
        }
    }
}

/// All of them, by name.
#[derive(Debug)]
pub(crate) struct Catalogue(Vec<Provider>);

impl Catalogue {
    /// The catalogue of webhook-kit, and what is declared in files. A declaration of one's own
    /// stands for the catalogue's of the same name.
    pub(crate) fn new(files: &[PathBuf]) -> Result<Self, Failure> {
        let mut providers: Vec<Provider> = Vec::new();
        for path in files {
            providers.extend(declarations(path)?);
        }
        for entry in providers::all() {
            if !providers.iter().any(|provider| provider.name() == entry.scheme.name()) {
                providers.push(Provider {
                    scheme: entry.scheme,
                    events: entry.events,
                    category: entry.category,
                    samples: entry.samples,
                });
            }
        }
        providers.sort_by_key(Provider::name);
        Ok(Self(providers))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Provider> {
        self.0.iter()
    }

    /// The provider of this name.
    pub(crate) fn find(&self, name: &str) -> Result<Provider, Failure> {
        let found = self.0.iter().find(|provider| provider.name().eq_ignore_ascii_case(name));
        found.copied().ok_or_else(|| Failure::UnknownProvider {
            name: name.to_owned(),
            near: nearest(name, self.0.iter().map(Provider::name)).map(str::to_owned),
        })
    }
}

fn declarations(path: &Path) -> Result<Vec<Provider>, Failure> {
    let bytes = input::read(path, MAX_FILE)?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::Malformed {
        path: path.to_owned(),
        why: "it is not UTF-8".to_owned(),
        remedy: "a file of declarations is TOML",
    })?;
    let declared = declared::from_toml(&text)
        .map_err(|error| Failure::Declarations { path: path.to_owned(), error })?;
    let provider =
        |Declared { scheme, events }| Provider { scheme, events, category: DECLARED, samples: &[] };
    Ok(declared.into_iter().map(provider).collect())
}
