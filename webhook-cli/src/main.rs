//! `webhook`: send, verify and receive the webhooks of any provider.
//!
//! What the commands do stands in `webhook --help` and in the crate's README.

use std::process::ExitCode;

use clap::Parser as _;

mod args;
mod catalogue;
mod commands;
mod context;
mod draft;
mod exit;
mod failure;
mod input;
mod output;
mod recorded;
mod runtime;
mod secrets;
mod verdict;
mod when;
mod wire;

fn main() -> ExitCode {
    args::Arguments::parse().run().into()
}
