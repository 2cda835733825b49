//! `webhook reference`

use clap::Args;
use webhook_kit::grammar::reference;

use crate::{exit::Exit, failure::Failure, output};

/// Print the language of declarations: every key, value, default and rule
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  webhook reference | less
  webhook reference timestamp            what is said of one key")]
pub(crate) struct Reference {
    /// A key, such as `tolerance`
    key: Option<String>,
}

impl Reference {
    pub(crate) fn run(&self) -> Result<Exit, Failure> {
        let whole = reference();
        let Some(key) = &self.key else {
            output::line(whole.trim_end())?;
            return Ok(Exit::Done);
        };
        let title = format!("## `{}`", key.replace('-', "_"));
        let mut found = false;
        let mut inside = false;
        for line in whole.lines() {
            if line.starts_with("# ") || line.starts_with("## ") {
                inside = line == title;
                found |= inside;
            }
            if inside {
                output::line(line)?;
            }
        }
        if found {
            return Ok(Exit::Done);
        }
        Err(Failure::Usage {
            what: format!("unknown key `{key}`"),
            remedy: "`webhook reference` prints all keys",
        })
    }
}
