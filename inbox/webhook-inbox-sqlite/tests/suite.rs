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
