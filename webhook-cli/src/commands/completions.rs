//! `webhook completions`

use clap::{Args, Command};
use clap_complete::{Shell, generate};

use crate::{exit::Exit, failure::Failure, output};

/// Print what a shell needs to complete the arguments
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook completions bash > ~/.local/share/bash-completion/completions/webhook
  webhook completions zsh > ~/.zfunc/_webhook
  webhook completions fish > ~/.config/fish/completions/webhook.fish")]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, program: &mut Command) -> Result<Exit, Failure> {
        let mut script = Vec::new();
        generate(self.shell, program, "webhook", &mut script);
        output::bytes(&script)?;
        Ok(Exit::Done)
    }
}
