//! Requests kept in a folder, one file each.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::shown::Seen;
use crate::{failure::Failure, recorded};

/// More requests than a folder should have; who wants more empties it.
const MAX_FILES: u32 = 100_000;

/// A folder of recorded requests. Their payloads are nobody else's business: what is created here
/// only its owner may read.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    next: u32,
}

impl Folder {
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path).map_err(|error| Failure::File { path: path.to_owned(), error })?;
        Ok(Self { path: path.to_owned(), next: 1 })
    }

    /// Writes a request into a file of its own, whose path it tells; none if the folder is full.
    pub(super) fn keep(&mut self, seen: &Seen) -> Result<Option<PathBuf>, Failure> {
        let Some((path, mut file)) = self.create(seen)? else { return Ok(None) };
        let mut bytes = Vec::new();
        recorded::write(&mut bytes, &seen.request, Some(seen.at))
            .and_then(|()| file.write_all(&bytes))
            .map_err(|error| Failure::File { path: path.clone(), error })?;
        Ok(Some(path))
    }

    /// The next file that is not there yet, for those of earlier runs stay. Its name is made of our
    /// words alone.
    fn create(&mut self, seen: &Seen) -> Result<Option<(PathBuf, File)>, Failure> {
        let provider = seen.provider.unwrap_or("unknown");
        while self.next < MAX_FILES {
            let number = self.next;
            self.next += 1;
            let name = format!("{number:04}-{provider}-{}.http", seen.verdict.word.text());
            let path = self.path.join(name);
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            match options.open(&path) {
                Ok(file) => return Ok(Some((path, file))),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(Failure::File { path, error }),
            }
        }
        Ok(None)
    }
}
