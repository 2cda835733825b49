//! One endpoint for many tenants, whose secrets stand in a database.
//!
//!     cargo run --example tenants

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use webhook_kit::{
    Account, Provider, RawEvent, Secret, Secrets, Tenants, providers::github, webhook,
};

/// The database; with one that waits asynchronously, no thread of its own is needed.
#[derive(Clone)]
struct Db(Arc<Mutex<Connection>>);

impl Db {
    fn new() -> rusqlite::Result<Self> {
        let db = Connection::open_in_memory()?;
        // A tenant in the middle of a rotation has two.
        db.execute_batch(
            "CREATE TABLE secrets (tenant TEXT NOT NULL, secret TEXT NOT NULL);
             CREATE INDEX secrets_of_tenant ON secrets (tenant);",
        )?;
        Ok(Self(Arc::new(Mutex::new(db))))
    }

    fn add(&self, tenant: &str, secret: &str) -> rusqlite::Result<()> {
        let db = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        db.execute("INSERT INTO secrets (tenant, secret) VALUES (?1, ?2)", [tenant, secret])?;
        Ok(())
    }

    /// The secrets of a tenant, the newest first; none if there is no such tenant.
    fn secrets(&self, tenant: &str) -> rusqlite::Result<Option<Secrets>> {
        let db = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut rows = db.prepare_cached(
            "SELECT secret FROM secrets WHERE tenant = ?1 ORDER BY rowid DESC LIMIT 2",
        )?;
        let rows = rows.query_map([tenant], |row| row.get::<_, String>(0))?;
        let secrets = rows.map(|secret| secret.map(Secret::new)).collect::<Result<Vec<_>, _>>()?;
        Ok((!secrets.is_empty()).then(|| secrets.into()))
    }

    fn tenants(&self) -> Tenants {
        let db = self.clone();
        Tenants::new(
            |parts| Some(parts.uri.path().strip_prefix("/webhooks/github/")?.to_owned()),
            move |tenant: Arc<str>| {
                let db = db.clone();
                async move {
                    // SQLite blocks its thread: it gets one that may wait.
                    let found = tokio::task::spawn_blocking(move || db.secrets(&tenant));
                    found.await.map_err(std::io::Error::other)?.map_err(std::io::Error::other)
                }
            },
        )
    }
}

#[webhook(provider = "github")]
async fn on_github(event: RawEvent, tenant: Account) {
    println!("{}: {}", tenant.0, event.name());
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let db = Db::new()?;
    db.add("ada", "ada's secret")?;
    db.add("bob", "bob's old secret")?;
    db.add("bob", "bob's secret")?;

    // Mounted in axum: `.route_service("/webhooks/github/{tenant}", endpoint)`.
    let endpoint = on_github::endpoint(db.tenants())?;
    for (tenant, secret) in [
        ("ada", "ada's secret"),
        ("bob", "bob's secret"),
        ("bob", "bob's old secret"),
        // A secret of another tenant's, and a tenant that there is not: both 401.
        ("ada", "bob's secret"),
        ("eve", "ada's secret"),
    ] {
        let request =
            github::GitHub::sign(&Secret::new(secret), r#"{"zen":"Design for failure."}"#)
                .uri(format!("/webhooks/github/{tenant}").parse()?)
                .header(
                    http::HeaderName::from_static("x-github-event"),
                    http::HeaderValue::from_static("ping"),
                )
                .request();
        println!("{tenant}, {secret}: {}", endpoint.handle(request).await.status());
    }
    Ok(())
}
