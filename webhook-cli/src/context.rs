//! What commands have in common: what they work with, and how they name a provider.

use std::ffi::OsStr;

use clap::{
    Arg,
    builder::{PossibleValue, StringValueParser, TypedValueParser},
};
use webhook_kit::providers;

use crate::{catalogue::Catalogue, output::Output};

/// What a command works with.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) output: Output,
    pub(crate) catalogue: Catalogue,
}

/// The name of a provider: completed by the shell from those of the catalogue, and any other name
/// as well, because declarations may come from files.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ProviderName;

impl TypedValueParser for ProviderName {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(providers::all().iter().map(|one| PossibleValue::new(one.scheme.name()))))
    }
}
