//! The store in Postgres passes the suite.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod server;

use std::sync::atomic::{AtomicU32, Ordering};

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use tokio_postgres::{Config, NoTls};
use webhook_inbox_postgres::{Postgres, PostgresTx, pool};
use webhook_inbox_test::{Harness, TestClock, suite};

/// Each store in a schema of its own.
struct InSchema {
    address: &'static str,
    schema: std::sync::Mutex<String>,
}

impl InSchema {
    fn new() -> Option<Self> {
        match server::address() {
            Ok(address) => Some(Self { address, schema: std::sync::Mutex::default() }),
            Err(why) => {
                eprintln!("!!!! NOT RUN: {why}; name a server in WEBHOOK_TEST_POSTGRES !!!!");
                None
            }
        }
    }

    fn pool(&self) -> Pool {
        self.pool_with("")
    }

    fn pool_with(&self, options: &str) -> Pool {
        let mut config: Config = self.address.parse().unwrap();
        config.options(format!("-c search_path={} {options}", self.schema.lock().unwrap()));
        let recycling_method = RecyclingMethod::Fast;
        let manager = Manager::from_config(config, NoTls, ManagerConfig { recycling_method });
        Pool::builder(manager).max_size(6).build().unwrap()
    }
}

impl Harness for InSchema {
    type Store = Postgres;

    async fn open(&self, clock: TestClock) -> Postgres {
        static SCHEMAS: AtomicU32 = AtomicU32::new(0);
        let number = SCHEMAS.fetch_add(1, Ordering::SeqCst);
        let schema = format!("test_{}_{number}", std::process::id());
        let client = self.pool().get().await.unwrap();
        let tables = format!("CREATE SCHEMA {schema}; CREATE TABLE {schema}.effect (name text)");
        client.batch_execute(&tables).await.unwrap();
        *self.schema.lock().unwrap() = schema;
        let inbox = pool(self.pool()).clock(clock);
        assert!(inbox.clone().open().await.is_err(), "there are no tables yet");
        // Processes that start at once migrate at once.
        let (first, second) = tokio::join!(inbox.migrate(), inbox.migrate());
        first.and(second).unwrap();
        inbox.open().await.unwrap()
    }

    async fn open_again(&self, _: &Postgres, clock: TestClock) -> Postgres {
        pool(self.pool()).clock(clock).open().await.unwrap()
    }

    async fn effect(&self, tx: &mut PostgresTx, name: &str) {
        tx.execute("INSERT INTO effect (name) VALUES ($1)", &[&name]).await.unwrap();
    }

    async fn effects(&self, _: &Postgres) -> Vec<String> {
        let client = self.pool().get().await.unwrap();
        let rows = client.query("SELECT name FROM effect ORDER BY name", &[]).await.unwrap();
        rows.iter().map(|row| row.get(0)).collect()
    }
}

suite!(InSchema::new());

/// Whatever the database's or the role's defaults are, what is answered for is on the disk, and statements
/// see what was committed before them.
#[tokio::test]
async fn commits_are_synced_whatever_the_defaults_are() {
    use webhook_inbox::TaskStore as _;

    let Some(harness) = InSchema::new() else { return };
    drop(harness.open(TestClock::new()).await);
    let options = "-c synchronous_commit=off -c default_transaction_isolation=serializable";
    let store = pool(harness.pool_with(options)).open().await.unwrap();
    let mut tx = store.lend(webhook_inbox::Lease { task: webhook_inbox::TaskId(1), number: 1 });
    for (name, expected) in
        [("synchronous_commit", "on"), ("transaction_isolation", "read committed")]
    {
        let rows = tx.query("SELECT current_setting($1)", &[&name]).await.unwrap();
        assert_eq!(rows[0].get::<_, &str>(0), expected);
    }
    store.roll_back(tx).await;
}

/// Tables of a newer version are left alone, and owners are told what is missing.
#[tokio::test]
async fn tables_of_another_version_are_refused() {
    let Some(harness) = InSchema::new() else { return };
    drop(harness.open(TestClock::new()).await);
    let client = harness.pool().get().await.unwrap();
    client.batch_execute("INSERT INTO webhook_schema (version) VALUES (99)").await.unwrap();
    for result in
        [pool(harness.pool()).migrate().await, pool(harness.pool()).open().await.map(drop)]
    {
        let error = result.unwrap_err();
        assert_eq!(error.kind(), webhook_inbox::Kind::Refused);
        assert!(error.to_string().contains("upgrade"), "{error}");
    }
    client.batch_execute("DROP TABLE webhook_task").await.unwrap();
    client.batch_execute("DELETE FROM webhook_schema WHERE version = 99").await.unwrap();
    let store = pool(harness.pool()).open().await.unwrap();
    let error = webhook_inbox::TaskStore::stats(&store).await.unwrap_err();
    assert!(error.to_string().contains("migrate"), "{error}");
}
