//! A durable inbox in one `SQLite` file: deliveries are kept before they are acknowledged, and handled by a
//! worker, whose effects are committed together with the task.
//!
//!     cargo run --example inbox_sqlite --features inbox-sqlite
//!
//! `INBOX=inbox.db` keeps the file: run it twice, and the second time everything is a duplicate.

use std::{env, error::Error, path::PathBuf, time::Duration};

use tokio::{sync::oneshot, time::sleep};
use webhook_kit::{
    Endpoint, Provider, Secret,
    inbox::{
        Attempt, Backoff, BoxError, Filter, Inbox, Tx,
        sqlite::{self, Sqlite, rusqlite::Connection},
    },
    providers::fincra::{Fincra, Payout},
    webhook,
};

/// Books a payout, and fails the first time, after it has booked: that is rolled back.
#[webhook(provider = "fincra", event = "payout.successful", ignore_others)]
async fn book(payout: Payout, mut tx: Tx<Sqlite>, attempt: Attempt) -> Result<(), BoxError> {
    let booking = (payout.reference.clone(), payout.amount_received.to_string());
    tx.execute("INSERT INTO ledger (reference, amount) VALUES (?1, ?2)", booking).await?;
    if attempt == Attempt(1) {
        println!("{}: fails, and is tried again", payout.reference);
        return Err("the ledger is closed for a moment".into());
    }
    println!("{}: booked at attempt {}", payout.reference, attempt.0);
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let kept: Option<PathBuf> = env::var_os("INBOX").map(Into::into);
    let own = env::temp_dir().join(format!("inbox-example-{}", std::process::id()));
    std::fs::create_dir_all(&own)?;
    let path = kept.unwrap_or_else(|| own.join("inbox.db"));
    println!("the inbox is {}", path.display());

    // The application's own tables are in the same file: that is what makes one commit of both.
    let application = Connection::open(&path)?;
    application.execute_batch("CREATE TABLE IF NOT EXISTS ledger (reference TEXT, amount TEXT)")?;

    let backoff = Backoff::default().first(Duration::from_millis(200));
    let inbox = Inbox::open(sqlite::file(&path).open()?).backoff(backoff);
    let secret = Secret::new("secretstring");
    let endpoint = book::endpoint(secret.clone())?.inbox(&inbox)?;

    let (stop, stopped) = oneshot::channel::<()>();
    let worker = inbox.work().concurrency(8).run(async { drop(stopped.await) });
    let worker = tokio::spawn(worker);

    // Mount the endpoint where your server is. Here its sender is this program, and it sends twice.
    for _ in 0..2 {
        println!("answer: {}", send(&endpoint, &secret).await);
    }
    while inbox.list(Filter::all(), 100).await?.iter().any(|task| task.finished_at.is_none()) {
        sleep(Duration::from_millis(50)).await;
    }
    drop(stop);
    worker.await?;

    let booked: i64 = application.query_row("SELECT count(*) FROM ledger", (), |row| row.get(0))?;
    println!("the ledger has {booked} booking");
    std::fs::remove_dir_all(own)?;
    Ok(())
}

async fn send(endpoint: &Endpoint<book>, secret: &Secret) -> http::StatusCode {
    endpoint.handle(Fincra::sign(secret, PAYOUT).request()).await.status()
}

const PAYOUT: &str = r#"{
    "event": "payout.successful",
    "data": {
        "id": 40614,
        "amountCharged": 350,
        "amountReceived": 200,
        "fee": 150,
        "rate": 1,
        "recipient": {"name": "Customer Name", "accountNumber": "1226742538", "type": "individual"},
        "paymentDestination": "bank_account",
        "sourceCurrency": "NGN",
        "destinationCurrency": "NGN",
        "status": "successful",
        "createdAt": "2024-02-27T09:33:35.000Z",
        "updatedAt": "2024-02-27T09:33:36.000Z",
        "reference": "33aef44be6f7441a",
        "reason": "Disbursement was successful"
    }
}"#;
