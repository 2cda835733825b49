//! What an inbox's owner looks at and does.

use crate::{Change, Filter, Inbox, Key, Stats, StoreError, TaskRow, TaskStore};

/// How many tasks one commit changes, so that nobody waits long for it.
const AT_ONCE: u32 = 1_000;

impl<S: TaskStore> Inbox<S> {
    /// How many tasks match.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    pub async fn count(&self, filter: Filter) -> Result<u64, StoreError> {
        self.store().count(filter).await
    }

    /// Tasks that match, the oldest first, at most `limit`.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    pub async fn list(&self, filter: Filter, limit: u32) -> Result<Vec<TaskRow>, StoreError> {
        self.store().list(filter, limit).await
    }

    /// What there is, by handler and state.
    ///
    /// # Errors
    ///
    /// If the store cannot be asked.
    pub async fn stats(&self) -> Result<Stats, StoreError> {
        self.store().stats().await
    }

    /// Runs the tasks that match once more, with all their attempts before them, and says how many there
    /// were. [`count`](Self::count) says it before.
    ///
    /// # Errors
    ///
    /// If the store fails; some may be replayed then.
    pub async fn replay(&self, filter: Filter) -> Result<u64, StoreError> {
        self.change(&Change::Replay, &filter).await
    }

    /// Never runs the tasks that match, for this reason, and says how many there were.
    ///
    /// # Errors
    ///
    /// If the store fails; some may be discarded then.
    pub async fn discard(&self, filter: Filter, reason: &str) -> Result<u64, StoreError> {
        self.change(&Change::Discard(reason.to_owned()), &filter).await
    }

    /// In several commits; no more than matched at the beginning, though tasks may fail again meanwhile.
    async fn change(&self, change: &Change, filter: &Filter) -> Result<u64, StoreError> {
        let all = self.count(filter.clone()).await?;
        let mut changed = 0;
        while changed < all {
            let limit = u32::try_from(all - changed).unwrap_or(AT_ONCE).min(AT_ONCE);
            match self.store().change(change.clone(), filter.clone(), limit).await? {
                0 => break,
                some => changed += some,
            }
        }
        Ok(changed)
    }

    /// Claims no task of this name any more, in any process, until it is told otherwise. What runs runs on.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn pause(&self, task: &str) -> Result<(), StoreError> {
        self.store().pause(task.to_owned(), true).await
    }

    /// Claims tasks of this name again.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn unpause(&self, task: &str) -> Result<(), StoreError> {
        self.store().pause(task.to_owned(), false).await
    }

    /// Forgets that a delivery was accepted, so that its sender can send it once more. Says whether it was.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn forget(&self, key: Key) -> Result<bool, StoreError> {
        self.store().forget(key).await
    }
}
