//! Where secrets come from: the environment or a file. An argument is seen by everybody who may
//! list processes, and kept by the shell, so it is taken with a warning.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use clap::Args;
use webhook_kit::{Secret, Secrets};
use zeroize::Zeroizing;

use crate::{catalogue::Provider, failure::Failure, input, output};

/// The variable that is read for every provider that has none of its own.
const COMMON: &str = "WEBHOOK_SECRET";

/// More than any secret or key file holds.
const MAX_SECRET: usize = 64 * 1024;

/// The options that say where the secrets are.
#[derive(Debug, Args)]
#[command(next_help_heading = "Secrets")]
pub(crate) struct SecretArgs {
    /// The environment variable that holds the secret; `<PROVIDER>_WEBHOOK_SECRET` or
    /// `WEBHOOK_SECRET` unless it is set. Several are several secrets, as during a rotation
    #[arg(long, value_name = "VARIABLE")]
    secret_env: Vec<String>,

    /// A file that holds the secret; `-` is standard input. A line end after it does not count
    #[arg(long, value_name = "FILE")]
    secret_file: Vec<PathBuf>,

    /// The secret itself. Other users of this machine can see it, and the shell keeps it
    #[arg(long, value_name = "SECRET", hide_short_help = true)]
    secret: Vec<String>,
}

impl SecretArgs {
    /// Every secret that was named, else that of the provider's variable.
    pub(crate) fn all(&self, provider: &Provider) -> Result<Secrets, Failure> {
        self.read(provider).map(Secrets::from)
    }

    /// The one secret to sign with.
    pub(crate) fn one(&self, provider: &Provider) -> Result<Secret, Failure> {
        let mut secrets = self.read(provider)?;
        match (secrets.pop(), secrets.is_empty()) {
            (Some(secret), true) => Ok(secret),
            _ => Err(Failure::Usage {
                what: "a delivery is signed with one secret, and several were given".to_owned(),
                remedy: "name the one that the receiver has",
            }),
        }
    }

    /// Every secret as it stands where it is kept, with blanks and quotes, for `webhook explain`.
    pub(crate) fn as_they_are(&self, provider: &Provider) -> Result<Secrets, Failure> {
        let mut secrets = self.given();
        let of_variable = |name: &String| env::var_os(name).map(OsString::into_encoded_bytes);
        for name in &self.secret_env {
            // One that is not set has nothing to explain.
            secrets.push(match of_variable(name) {
                Some(text) => Secret::new(text),
                None => Secret::from_env(name)?,
            });
        }
        for path in &self.secret_file {
            secrets.push(Secret::new(text_of_file(path)?.as_slice()));
        }
        if secrets.is_empty() {
            let names = variables(provider);
            let text = names.iter().find_map(of_variable);
            let none = || Failure::NoSecret { provider: provider.name(), variables: names };
            secrets.push(Secret::new(text.ok_or_else(none)?));
        }
        Ok(secrets.into())
    }

    fn read(&self, provider: &Provider) -> Result<Vec<Secret>, Failure> {
        let mut secrets = self.given();
        for variable in &self.secret_env {
            secrets.push(Secret::from_env(variable)?);
        }
        for path in &self.secret_file {
            secrets.push(from_file(path)?);
        }
        if secrets.is_empty() {
            secrets.push(from_variables(provider)?);
        }
        Ok(secrets)
    }

    /// Those that stand in arguments.
    fn given(&self) -> Vec<Secret> {
        if !self.secret.is_empty() {
            output::warn(
                "a secret in an argument is seen by other users and kept by the shell: use \
                 `--secret-env` or `--secret-file`",
            );
        }
        self.secret.iter().map(|secret| Secret::new(secret.as_bytes())).collect()
    }
}

/// The variables that are read for a provider, in this order.
fn variables(provider: &Provider) -> Vec<String> {
    let name =
        provider.name().to_ascii_uppercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    vec![format!("{name}_{COMMON}"), COMMON.to_owned()]
}

fn from_variables(provider: &Provider) -> Result<Secret, Failure> {
    let variables = variables(provider);
    match variables.iter().find(|variable| env::var_os(variable).is_some()) {
        Some(variable) => Ok(Secret::from_env(variable)?),
        None => Err(Failure::NoSecret { provider: provider.name(), variables }),
    }
}

fn from_file(path: &Path) -> Result<Secret, Failure> {
    let text = text_of_file(path)?;
    let bad = |why| Failure::BadSecret {
        origin: path.display().to_string(),
        why,
        remedy: "the file has to hold the secret and nothing else",
    };
    if text.trim_ascii().is_empty() {
        return Err(bad("holds no secret"));
    }
    if text.trim_ascii().len() != text.len() {
        return Err(bad("has blanks or line ends around the secret"));
    }
    Ok(Secret::new(text.as_slice()))
}

/// What stands in a file, without the line end that an editor, or `echo`, has put there.
fn text_of_file(path: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut text = Zeroizing::new(input::read(path, MAX_SECRET)?);
    if text.last() == Some(&b'\n') {
        text.pop();
        if text.last() == Some(&b'\r') {
            text.pop();
        }
    }
    Ok(text)
}
