//! The store in a `SQLite` file passes the suite.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::atomic::{AtomicU32, Ordering};

use webhook_inbox_sqlite::{Sqlite, SqliteTx, file};
use webhook_inbox_test::{Harness, TestClock, suite};

/// A folder of its own, removed in the end.
struct InFolder {
    folder: std::path::PathBuf,
    files: AtomicU32,
    path: std::sync::Mutex<std::path::PathBuf>,
}

impl InFolder {
    fn new() -> Self {
        static FOLDERS: AtomicU32 = AtomicU32::new(0);
        let number = FOLDERS.fetch_add(1, Ordering::SeqCst);
        let name = format!("webhook-inbox-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        Self { path: std::sync::Mutex::new(folder.clone()), folder, files: AtomicU32::new(0) }
    }
}

impl Drop for InFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Harness for InFolder {
    type Store = Sqlite;

    async fn open(&self, clock: TestClock) -> Sqlite {
        let number = self.files.fetch_add(1, Ordering::SeqCst);
        let path = self.folder.join(format!("{number}.db"));
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch("CREATE TABLE effect (name TEXT)").unwrap();
        self.path.lock().unwrap().clone_from(&path);
        file(path).clock(clock).open().unwrap()
    }

    async fn open_again(&self, _: &Sqlite, clock: TestClock) -> Sqlite {
        file(self.path.lock().unwrap().clone()).clock(clock).open().unwrap()
    }

    async fn effect(&self, tx: &mut SqliteTx, name: &str) {
        tx.execute("INSERT INTO effect (name) VALUES (?1)", [name.to_owned()]).await.unwrap();
    }

    async fn effects(&self, _: &Sqlite) -> Vec<String> {
        let path = self.path.lock().unwrap().clone();
        let connection = rusqlite::Connection::open(path).unwrap();
        let mut effects = connection.prepare("SELECT name FROM effect ORDER BY name").unwrap();
        effects.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }
}

suite!(InFolder::new());

fn lease() -> webhook_inbox::Lease {
    webhook_inbox::Lease { task: webhook_inbox::TaskId(1), number: 1 }
}

/// What the writer commits is synced: `synchronous` is FULL on its own connection.
#[tokio::test]
async fn commits_are_synced() {
    use webhook_inbox::TaskStore as _;

    let harness = InFolder::new();
    let store = harness.open(TestClock::new()).await;
    let mut tx = store.lend(lease());
    let pragma = |name: &'static str| {
        move |connection: &rusqlite::Connection| {
            connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0))
        }
    };
    assert_eq!(tx.call(pragma("synchronous")).await.unwrap(), 2);
}

/// A handler that ends the transaction itself commits nothing together with its task.
#[tokio::test]
async fn a_transaction_that_its_handler_ended_completes_nothing() {
    use webhook_inbox::{Completion, TaskResult, TaskStore as _};

    let harness = InFolder::new();
    let store = harness.open(TestClock::new()).await;
    let mut tx = store.lend(lease());
    tx.call(|connection| connection.execute_batch("ROLLBACK")).await.unwrap();
    assert!(tx.execute("INSERT INTO effect (name) VALUES ('x')", []).await.is_err());
    let completion = Completion { lease: lease(), result: TaskResult::Done };
    assert!(store.settle(tx, completion).await.is_err());
    assert_eq!(harness.effects(&store).await, [""; 0]);
}

/// A transaction that is open for too long is rolled back, and holds nobody up any more.
#[tokio::test]
async fn a_transaction_that_takes_too_long_is_rolled_back() {
    use std::time::Duration;
    use webhook_inbox::{Completion, TaskResult, TaskStore as _};

    let harness = InFolder::new();
    drop(harness.open(TestClock::new()).await);
    let path = harness.path.lock().unwrap().clone();
    let store = file(path).longest_transaction(Duration::from_millis(50)).open().unwrap();
    let mut tx = store.lend(lease());
    harness.effect(&mut tx, "late").await;
    assert!(!store.forget(webhook_inbox::Key::new([0; 32])).await.unwrap());
    assert!(tx.execute("INSERT INTO effect (name) VALUES ('x')", []).await.is_err());
    let completion = Completion { lease: lease(), result: TaskResult::Done };
    assert!(store.settle(tx, completion).await.is_err());
    assert_eq!(harness.effects(&store).await, [""; 0]);
}

/// Tables of a newer version are left alone.
#[tokio::test]
async fn a_file_of_a_newer_version_is_refused() {
    let harness = InFolder::new();
    drop(harness.open(TestClock::new()).await);
    let path = harness.path.lock().unwrap().clone();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("INSERT INTO webhook_schema (version) VALUES (99)").unwrap();
    let error = file(path).open().unwrap_err();
    assert_eq!(error.kind(), webhook_inbox::Kind::Refused);
    assert!(error.to_string().contains("upgrade"), "{error}");
}
