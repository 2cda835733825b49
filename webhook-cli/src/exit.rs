//! How the program ends.

use std::process::ExitCode;

/// The exit codes. They are an interface: scripts decide by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Genuine, acknowledged, done.
    Done = 0,
    /// A request is not genuine, or the receiver did not acknowledge a delivery.
    Refused = 1,
    /// The arguments say something that cannot be done. clap ends with the same code.
    Usage = 2,
    /// A file, a declaration or a recorded request cannot be read.
    Input = 3,
    /// There is no secret, or none that the provider's scheme can use.
    Secret = 4,
    /// Nobody answers at the address, or it cannot be listened at.
    Network = 5,
}

/// What `--help` says about them.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  genuine, acknowledged, done
  1  a request is not genuine, or a delivery was not acknowledged
  2  the arguments say something that cannot be done
  3  a file, a declaration or a recorded request cannot be read
  4  there is no secret, or none that the provider's scheme can use
  5  nobody answers at the address, or it cannot be listened at";

impl Exit {
    /// Done if so, else refused.
    pub(crate) fn of(is_good: bool) -> Self {
        if is_good { Self::Done } else { Self::Refused }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::{EXIT_CODES, Exit};

    #[test]
    fn the_help_lists_every_code() {
        let codes =
            [Exit::Done, Exit::Refused, Exit::Usage, Exit::Input, Exit::Secret, Exit::Network];
        for code in codes {
            let listed = EXIT_CODES.lines().any(|l| l.starts_with(&format!("  {}  ", code as u8)));
            assert!(listed, "{code:?}");
        }
        assert_eq!(EXIT_CODES.lines().count(), codes.len() + 1);
    }
}
