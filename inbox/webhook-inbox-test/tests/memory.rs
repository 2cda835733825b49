//! The store in memory passes the suite.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{Arc, Mutex};

use webhook_inbox::{Memory, MemoryTx};
use webhook_inbox_test::{Harness, TestClock, suite};

#[derive(Default)]
struct InMemory(Arc<Mutex<Vec<String>>>);

impl Harness for InMemory {
    type Store = Memory;

    async fn open(&self, clock: TestClock) -> Memory {
        Memory::with_clock(clock)
    }

    async fn open_again(&self, store: &Memory, _: TestClock) -> Memory {
        store.clone()
    }

    async fn effect(&self, tx: &mut MemoryTx, name: &str) {
        let (effects, name) = (Arc::clone(&self.0), name.to_owned());
        tx.on_commit(move || effects.lock().unwrap().push(name));
    }

    async fn effects(&self, _: &Memory) -> Vec<String> {
        let mut effects = self.0.lock().unwrap().clone();
        effects.sort();
        effects
    }
}

suite!(InMemory::default());
