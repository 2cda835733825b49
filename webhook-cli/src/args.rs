//! The arguments of the program.

use std::path::PathBuf;

use clap::{Args, CommandFactory as _, Parser, Subcommand, builder::styling};

use crate::{
    catalogue::Catalogue,
    commands,
    context::Context,
    exit::{EXIT_CODES, Exit},
    failure::Failure,
    output::{Color, Output},
};

const STYLES: styling::Styles = styling::Styles::styled()
    .header(styling::AnsiColor::Yellow.on_default().bold())
    .usage(styling::AnsiColor::Yellow.on_default().bold())
    .literal(styling::AnsiColor::Green.on_default())
    .placeholder(styling::AnsiColor::Cyan.on_default());

const EXAMPLES: &str = "\
Examples:
  export WEBHOOK_SECRET=a-secret
  webhook listen fincra                        print what arrives, and whether it is genuine
  webhook send fincra http://127.0.0.1:3000    send a genuine delivery there
  webhook verify fincra request.http           is this recorded request genuine?";

/// Send, verify and receive the webhooks of any provider.
#[derive(Debug, Parser)]
#[command(name = "webhook", version, styles = STYLES, after_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,

    #[command(flatten)]
    common: Common,
}

/// The options of every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "Common options")]
struct Common {
    /// Print JSON, one object a line
    #[arg(long, global = true)]
    json: bool,

    /// When to print in colours: auto, always, never
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    color: Color,

    /// A file of declarations, for providers of your own: TOML, with the keys of `#[provider(..)]`
    #[arg(long, global = true, value_name = "FILE")]
    declarations: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Providers(commands::providers::Providers),
    Show(commands::show::Show),
    Sign(commands::sign::Sign),
    Send(commands::send::Send),
    Verify(commands::verify::Verify),
    Explain(commands::explain::Explain),
    Listen(commands::listen::Listen),
    Types(commands::types::Types),
    NewProvider(Box<commands::new_provider::NewProvider>),
    Reference(commands::reference::Reference),
    Completions(commands::completions::Completions),
}

impl Arguments {
    /// Does what the arguments say.
    pub(crate) fn run(self) -> Exit {
        let Self { command, common } = self;
        let output = Output::new(common.json, common.color);
        command.run(output, &common.declarations).unwrap_or_else(|why| output.failure(&why))
    }
}

impl Command {
    fn run(self, output: Output, declarations: &[PathBuf]) -> Result<Exit, Failure> {
        let context = Context { output, catalogue: Catalogue::new(declarations)? };
        match self {
            Self::Providers(command) => command.run(&context),
            Self::Show(command) => command.run(&context),
            Self::Sign(command) => command.run(&context),
            Self::Send(command) => command.run(&context),
            Self::Verify(command) => command.run(&context),
            Self::Explain(command) => command.run(&context),
            Self::Listen(command) => command.run(&context),
            Self::Types(command) => command.run(&context),
            Self::NewProvider(command) => command.run(&context),
            Self::Reference(command) => command.run(),
            Self::Completions(command) => command.run(&mut Arguments::command()),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Arguments;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }
}
