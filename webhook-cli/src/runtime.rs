//! The async runtime, for the commands that use the network.

use std::future::Future;

use crate::failure::Failure;

/// Runs a command that waits for the network.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::Unreachable {
            address: "the network".to_owned(),
            why: error.to_string(),
        })?
        .block_on(work)
}
