//! Receivers and workers that are killed with SIGKILL at random moments, and stopped for longer than their
//! leases, while a sender sends as senders do: again, until it is told that it may forget.
//!
//! ```text
//! cargo run --release -p webhook-crash -- sqlite inbox.db 60
//! cargo run --release -p webhook-crash -- postgres postgres://user@host/database 60
//! ```
//!
//! In the end every delivery that was acknowledged has to be there once, with each of its tasks done, and with
//! the effects that its handler made through `Tx` exactly once. How often plain effects were made twice is
//! reported. Tables of an earlier run have to be gone.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod child;
mod parent;
mod stores;

use std::time::Duration;

use stores::Kept;

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["child", kind, place, plain] => match Kept::open(kind, place).await {
            Kept::Sqlite(store) => child::run(store, plain).await,
            Kept::Postgres(store) => child::run(store, plain).await,
        },
        [kind, place, seconds] => {
            let seconds = Duration::from_secs(seconds.parse().unwrap());
            Kept::prepare(kind, place).await;
            match Kept::open(kind, place).await {
                Kept::Sqlite(store) => parent::run(&store, kind, place, seconds).await,
                Kept::Postgres(store) => parent::run(&store, kind, place, seconds).await,
            }
        }
        _ => panic!("usage: sqlite FILE SECONDS | postgres ADDRESS SECONDS"),
    }
}
