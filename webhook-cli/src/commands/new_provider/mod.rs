//! `webhook new-provider`

use std::{
    fs::OpenOptions,
    io::{self, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
};

use clap::Args;
use serde_json::json;

use self::{ask::ask, keys::Keys, write::Written};
use crate::{
    context::Context,
    exit::Exit,
    failure::Failure,
    output::{self, FAINT, GOOD, NAME},
};

mod ask;
mod keys;
mod write;

/// Declare a provider of your own, with a test
///
/// Writes a file with the declaration: Rust with tests, or TOML for `--declarations`. What is not
/// said by an option is asked, if this is a terminal. The options are the keys of a declaration;
/// what they say is checked as the compiler checks it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook new-provider acme --ask
  webhook new-provider acme --header x-acme-signature --encoding base64 --event-type /type
  webhook new-provider acme --header acme-signature --format 't={timestamp},v1={signature}' \\
      --message '{timestamp}.{body}' --timestamp unit=seconds tolerance=5m
  webhook new-provider acme --header x-acme-signature --as-toml
  webhook new-provider acme --header x-acme-signature --handshake method=GET \\
      verify_token=query:verify_token challenge=query:challenge answer={challenge}
  webhook new-provider acme --header x-acme-signature --separator ' ' --format 'v1,{signature}' \\
      --secret-prefix whsec_ --alternative algo=ed25519 'format=v1a,{signature}' secret_prefix=whpk_
  webhook new-provider acme --header authorization --format 'Bearer {signature}' --algo jwt-hs256 \\
      --jwt issuer=acme digest=sha256=sha256:body max_age=5m

Another provider's declaration to start from: `webhook show stripe --rust`, or `--toml`.")]
pub(crate) struct NewProvider {
    /// What it is called: `acme`, `acme-pay`
    name: String,

    #[command(flatten)]
    keys: Keys,

    /// The names of its events
    #[arg(long, value_name = "NAME,..", value_delimiter = ',')]
    events: Vec<String>,

    /// Ask for what no option says
    #[arg(long)]
    ask: bool,

    /// Write TOML, for programs that read their declarations and for `--declarations`
    #[arg(long)]
    as_toml: bool,

    /// The folder to write to
    #[arg(long, value_name = "FOLDER", default_value = ".", hide_default_value = true)]
    to: PathBuf,
}

impl NewProvider {
    pub(crate) fn run(mut self, context: &Context) -> Result<Exit, Failure> {
        let nothing_said = self.keys.is_empty();
        if self.ask || nothing_said && io::stdin().is_terminal() {
            ask(&self.name, &mut self.keys, &mut io::stdin().lock())?;
        }
        let (declaration, mut problems) = self.keys.declaration(&self.name);
        problems.extend(declaration.check("NAME").err().unwrap_or_default());
        if !problems.is_empty() {
            let problems = problems.into_iter().map(|one| (one.span, one.sentence)).collect();
            return Err(Failure::Incoherent { problems });
        }
        let Written { file, content } = if self.as_toml {
            write::toml(&self.name, &declaration, &self.events)
        } else {
            write::rust(&self.name, &declaration, &self.events)
        };
        let path = self.to.join(file);
        create(&path, &content)?;
        let shown = path.display();
        context.output.result(
            format_args!(
                "{GOOD}written{GOOD:#}  {NAME}{shown}{NAME:#}\n{FAINT}{}{FAINT:#}",
                if self.as_toml { write::NEXT_TOML } else { write::NEXT_RUST }
            ),
            || json!({ "file": path }),
        )?;
        Ok(Exit::Done)
    }
}

/// Writes a file that is not there yet.
fn create(path: &Path, content: &str) -> Result<(), Failure> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(content.as_bytes()))
        .map_err(|error| Failure::File { path: path.to_owned(), error })
}

/// Says something that is asked beside the results.
fn say(text: impl std::fmt::Display) {
    output::note(text);
}
