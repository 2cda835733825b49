//! A transaction in the hands of a handler.

use std::{fmt, sync::Arc};

use tokio_postgres::{
    Row,
    types::{ToSql, Type},
};
use webhook_inbox::{Completion, Lease, Settled, StoreError};

use crate::{
    Shared,
    open::{Open, failed},
    turn,
};

/// A transaction that is committed together with a task's completion.
///
/// It begins with its first statement, on a connection of the pool that is its own until the handler ends.
/// `COMMIT` and `ROLLBACK` are not the handler's to say.
pub struct PostgresTx {
    shared: Arc<Shared>,
    lease: Lease,
    open: Option<Open>,
}

impl PostgresTx {
    pub(crate) fn new(shared: Arc<Shared>, lease: Lease) -> Self {
        Self { shared, lease, open: None }
    }

    /// Runs a statement, and says how many rows it changed.
    ///
    /// # Errors
    ///
    /// If the statement fails; the transaction can only be rolled back then.
    pub async fn execute(
        &mut self,
        sql: &str,
        params: &[&(dyn ToSql + Sync)],
    ) -> Result<u64, StoreError> {
        self.client().await?.execute(sql, params).await.map_err(failed)
    }

    /// Runs a statement, and gives its rows.
    ///
    /// # Errors
    ///
    /// If the statement fails; the transaction can only be rolled back then.
    pub async fn query(
        &mut self,
        sql: &str,
        params: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, StoreError> {
        self.client().await?.query(sql, params).await.map_err(failed)
    }

    /// Runs a statement whose values have types that are known, without asking the server for them first:
    /// one way to the server instead of two.
    ///
    /// # Errors
    ///
    /// If the statement fails; the transaction can only be rolled back then.
    pub async fn query_typed(
        &mut self,
        sql: &str,
        params: &[(&(dyn ToSql + Sync), Type)],
    ) -> Result<Vec<Row>, StoreError> {
        self.client().await?.query_typed(sql, params).await.map_err(failed)
    }

    /// The connection, for everything else. Its transaction is open, and must stay so.
    ///
    /// # Errors
    ///
    /// If none is to be had.
    pub async fn client(&mut self) -> Result<&tokio_postgres::Client, StoreError> {
        if self.open.is_none() {
            self.open = Some(self.shared.begin().await?);
        }
        match &self.open {
            Some(open) => open.client().map(|client| &***client),
            None => Err(StoreError::unavailable("the transaction is over")),
        }
    }

    pub(crate) async fn settle(self, completion: Completion) -> Result<Settled, StoreError> {
        let mut open = match self.open {
            Some(open) => open,
            None => self.shared.begin().await?,
        };
        // A handler may have taken its time.
        open.set_now(self.shared.now());
        let settled = turn::complete(&open, &[completion]).await?;
        let settled = settled.first().copied().unwrap_or(Settled::Lost);
        if settled == Settled::Held {
            open.commit().await?;
        } else {
            open.roll_back().await;
        }
        Ok(settled)
    }

    pub(crate) async fn roll_back(self) {
        if let Some(open) = self.open {
            open.roll_back().await;
        }
    }
}

impl fmt::Debug for PostgresTx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let begun = self.open.is_some();
        f.debug_struct("PostgresTx")
            .field("lease", &self.lease)
            .field("begun", &begun)
            .finish_non_exhaustive()
    }
}
