//! Why a command could not do its work, and what to do about it.

use std::{error::Error, fmt, io, path::PathBuf};

use webhook_kit::{SetupError, declared::DeclarationError};

use crate::exit::Exit;

/// Why a command could not do its work.
///
/// `Display` says what is wrong; [`remedy`](Self::remedy) what can be done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// No provider is called like this.
    UnknownProvider { name: String, near: Option<String> },
    /// The provider publishes no such sample.
    UnknownSample { provider: &'static str, wanted: String, known: Vec<&'static str> },
    /// Arguments that clap cannot know to contradict each other.
    Usage { what: String, remedy: &'static str },
    /// A file cannot be read or written.
    File { path: PathBuf, error: io::Error },
    /// A file is larger than what is read of it.
    TooLarge { path: PathBuf, limit: usize },
    /// A file is not what it should be.
    Malformed { path: PathBuf, why: String, remedy: &'static str },
    /// Declarations that cannot be right.
    Declarations { path: PathBuf, error: DeclarationError },
    /// Options of a declaration that cannot be right: which, and why.
    Incoherent { problems: Vec<(&'static str, String)> },
    /// No secret was given.
    NoSecret { provider: &'static str, variables: Vec<String> },
    /// A secret cannot be read.
    BadSecret { origin: String, why: &'static str, remedy: &'static str },
    /// A secret was read, and the provider's scheme cannot use it.
    Setup(SetupError),
    /// An address that nothing can be sent to.
    Address { address: String, why: &'static str },
    /// Nobody answers.
    Unreachable { address: String, why: String },
    /// It cannot be listened there.
    Bind { address: String, error: io::Error },
    /// Nobody reads what is printed.
    Output(io::Error),
}

impl Failure {
    /// How the program ends.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::UnknownProvider { .. }
            | Self::UnknownSample { .. }
            | Self::Usage { .. }
            | Self::Incoherent { .. }
            | Self::Address { .. } => Exit::Usage,
            Self::NoSecret { .. } | Self::BadSecret { .. } | Self::Setup(_) => Exit::Secret,
            Self::Unreachable { .. } | Self::Bind { .. } => Exit::Network,
            // `webhook providers | head` has done what was wanted.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Done,
            Self::File { .. }
            | Self::TooLarge { .. }
            | Self::Malformed { .. }
            | Self::Declarations { .. }
            | Self::Output(_) => Exit::Input,
        }
    }

    /// What can be done about it.
    pub(crate) fn remedy(&self) -> Option<String> {
        Some(match self {
            Self::UnknownProvider { near: Some(near), .. } => format!("did you mean `{near}`?"),
            Self::UnknownProvider { near: None, .. } => {
                "`webhook providers` lists all; declare others in a file and name it with \
                 `--declarations`"
                    .to_owned()
            }
            Self::UnknownSample { known, .. } if known.is_empty() => {
                "none is known: name an event with `--event`, or give a body with `--body`"
                    .to_owned()
            }
            Self::UnknownSample { known, .. } => format!("there are: {}", known.join(", ")),
            Self::Usage { remedy, .. }
            | Self::Malformed { remedy, .. }
            | Self::BadSecret { remedy, .. } => (*remedy).to_owned(),
            Self::TooLarge { .. } => "`--limit BYTES` reads more".to_owned(),
            Self::NoSecret { variables, .. } => format!(
                "set {}, or name a file with `--secret-file`",
                variables.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
            ),
            Self::Setup(_) => {
                "copy the secret from the provider's dashboard as it stands there".to_owned()
            }
            Self::Address { .. } => {
                "write it as in `http://127.0.0.1:8080/webhooks/fincra`".to_owned()
            }
            Self::Unreachable { .. } => {
                "is the server running, and is this its address?".to_owned()
            }
            Self::Bind { error, .. } if error.kind() == io::ErrorKind::AddrInUse => {
                "something listens there already: choose another with `--port`".to_owned()
            }
            Self::File { error, .. } if error.kind() == io::ErrorKind::AlreadyExists => {
                "nothing is overwritten: remove it, or write to another folder".to_owned()
            }
            // Each problem of a declaration says its remedy.
            Self::Declarations { .. }
            | Self::Incoherent { .. }
            | Self::File { .. }
            | Self::Bind { .. }
            | Self::Output(_) => {
                return None;
            }
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownProvider { name, .. } => write!(f, "no provider is called `{name}`"),
            Self::UnknownSample { provider, wanted, .. } => {
                write!(f, "no published body of `{provider}` is called `{wanted}`")
            }
            Self::Usage { what, .. } => f.write_str(what),
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
            Self::TooLarge { path, limit } => {
                write!(f, "{} is larger than {limit} bytes", path.display())
            }
            Self::Malformed { path, why, .. } => write!(f, "{}: {why}", path.display()),
            Self::Declarations { path, error } => {
                let report = error.report(&path.display().to_string());
                // Whoever prints it says that it is an error.
                f.write_str(report.strip_prefix("error: ").unwrap_or(&report).trim_end())
            }
            Self::Incoherent { problems } => {
                let line = |(flag, sentence): &(&str, String)| format!("{flag}: {sentence}");
                f.write_str(&problems.iter().map(line).collect::<Vec<_>>().join("\n"))
            }
            Self::NoSecret { provider, .. } => write!(f, "`{provider}` needs a secret"),
            Self::BadSecret { origin, why, .. } => write!(f, "{origin} {why}"),
            Self::Setup(error) => error.fmt(f),
            Self::Address { address, why } => write!(f, "`{address}` {why}"),
            Self::Unreachable { address, why } => write!(f, "{address}: {why}"),
            Self::Bind { address, error } => write!(f, "cannot listen at {address}: {error}"),
            Self::Output(error) => write!(f, "cannot print: {error}"),
        }
    }
}

impl Error for Failure {}

impl From<SetupError> for Failure {
    fn from(error: SetupError) -> Self {
        Self::Setup(error)
    }
}
