//! The stores under test, and effects through their transactions.

use deadpool_postgres::{Manager, Pool};
use tokio_postgres::NoTls;
use webhook_inbox::{StoreError, TaskStore};
use webhook_inbox_postgres::{Postgres, PostgresTx};
use webhook_inbox_sqlite::{Sqlite, SqliteTx};

pub(crate) enum Kept {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// A store whose transactions can note an effect.
pub(crate) trait Effects: TaskStore + Sized {
    /// Notes an effect of this name.
    fn effect(
        tx: &mut Self::Tx,
        name: String,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;
    /// The names of all effects that were committed.
    async fn effects(&self, place: &str) -> Vec<String>;
}

const EFFECT: &str = "CREATE TABLE effect (name TEXT NOT NULL)";

impl Kept {
    pub(crate) async fn prepare(kind: &str, place: &str) {
        if kind == "sqlite" {
            let connection = webhook_inbox_sqlite::rusqlite::Connection::open(place).unwrap();
            connection.execute_batch(EFFECT).unwrap();
        } else {
            pool(place).get().await.unwrap().batch_execute(EFFECT).await.unwrap();
            webhook_inbox_postgres::pool(pool(place)).migrate().await.unwrap();
        }
    }

    pub(crate) async fn open(kind: &str, place: &str) -> Self {
        if kind == "sqlite" {
            return Self::Sqlite(webhook_inbox_sqlite::file(place).open().unwrap());
        }
        loop {
            match webhook_inbox_postgres::pool(pool(place)).open().await {
                Ok(store) => return Self::Postgres(store),
                // The server may be down, or coming up again.
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(100)).await,
            }
        }
    }
}

fn pool(address: &str) -> Pool {
    let manager = Manager::new(address.parse().unwrap(), NoTls);
    Pool::builder(manager).max_size(8).build().unwrap()
}

impl Effects for Sqlite {
    async fn effect(tx: &mut SqliteTx, name: String) -> Result<(), StoreError> {
        tx.execute("INSERT INTO effect (name) VALUES (?1)", [name]).await.map(drop)
    }

    async fn effects(&self, place: &str) -> Vec<String> {
        let connection = webhook_inbox_sqlite::rusqlite::Connection::open(place).unwrap();
        let mut names = connection.prepare("SELECT name FROM effect").unwrap();
        names.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }
}

impl Effects for Postgres {
    async fn effect(tx: &mut PostgresTx, name: String) -> Result<(), StoreError> {
        tx.execute("INSERT INTO effect (name) VALUES ($1)", &[&name]).await.map(drop)
    }

    async fn effects(&self, place: &str) -> Vec<String> {
        let client = pool(place).get().await.unwrap();
        let rows = client.query("SELECT name FROM effect", &[]).await.unwrap();
        rows.iter().map(|row| row.get(0)).collect()
    }
}
