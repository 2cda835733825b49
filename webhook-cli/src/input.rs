//! Reading files and standard input, never more than a limit.

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use crate::failure::Failure;

/// How large a recorded request, a body or a HAR file may be unless it is said otherwise.
pub(crate) const DEFAULT_LIMIT: usize = 16 * 1024 * 1024;

/// Reads a file to its end; `-` is standard input.
pub(crate) fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::File { path: path.to_owned(), error };
    let read = |source: &mut dyn io::Read| {
        let mut bytes = Vec::new();
        let more = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        source.take(more).read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes = if path == Path::new("-") {
        read(&mut io::stdin().lock()).map_err(failed)?
    } else {
        read(&mut File::open(path).map_err(failed)?).map_err(failed)?
    };
    if bytes.len() > limit {
        return Err(Failure::TooLarge { path: path.to_owned(), limit });
    }
    Ok(bytes)
}
