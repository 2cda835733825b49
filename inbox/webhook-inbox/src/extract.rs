//! What handlers of an inbox can have as arguments.

use std::sync::Arc;

use webhook_core::{
    FromDelivery,
    handler::{Context, HandlerError},
};

use crate::{Job, TaskStore, Tx};

/// The handler's transaction, which is committed with its task's completion. One handler has one.
impl<St, S: TaskStore> FromDelivery<St> for Tx<S> {
    fn from_delivery(context: Context<'_, St>) -> Result<Self, HandlerError> {
        let failed = |text: &str| HandlerError::Failed(text.into());
        let job = context.extensions.and_then(|extensions| extensions.get::<Arc<Job<S>>>());
        let job = job.ok_or_else(|| {
            failed("the endpoint has no inbox over this store, so there is no transaction")
        })?;
        job.tx().ok_or_else(|| failed("a handler has one transaction: take `Tx` once"))
    }
}
