//! Handlers that fail, panic and hang, and senders that hang up and try again.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    task::JoinSet,
    time::{Instant, sleep, timeout},
};
use webhook_kit::{Delivery, RawEvent, State, webhook};

use crate::{
    client::{Connection, written},
    server::{Sender, delivery, secret, serve},
};

/// What handlers panic with.
pub(crate) const PANIC: &str = "told to panic";

const DELIVERIES: usize = 20_000;
const SENDERS: usize = 200;

/// How often each delivery was begun, and handled to its end.
type Ledger = Arc<Mutex<HashMap<String, (usize, usize)>>>;

#[webhook(provider = Sender)]
async fn on_event(
    _event: RawEvent,
    delivery: Delivery,
    State(ledger): State<Ledger>,
) -> Result<(), &'static str> {
    let id = delivery.id().expect("an id").to_owned();
    let attempt = {
        let mut ledger = ledger.lock().expect("no panic under the lock");
        let entry = ledger.entry(id.clone()).or_default();
        entry.0 += 1;
        entry.0
    };
    // Chance that is the same in each run: half of all attempts go wrong.
    let draw =
        id.bytes().fold(attempt * 31, |hash, byte| hash.wrapping_mul(31) + byte as usize) % 8;
    tokio::task::yield_now().await;
    match draw {
        0 => return Err("told to fail"),
        1 => return Err("told to fail otherwise"),
        2 => std::panic::panic_any(PANIC),
        3 => std::future::pending().await,
        _ => {}
    }
    ledger.lock().expect("no panic under the lock").entry(id).or_default().1 += 1;
    Ok(())
}

pub(crate) async fn run() {
    println!(
        "\nfailures: {DELIVERIES} deliveries, each by two senders that try until acknowledged"
    );
    let ledger = Ledger::default();
    let endpoint = on_event::endpoint(secret()).expect("a secret").state(Arc::clone(&ledger));
    let server = serve(endpoint);
    let start = Instant::now();
    let mut senders = JoinSet::new();
    for sender in 0..SENDERS {
        let ledger = Arc::clone(&ledger);
        senders.spawn(async move {
            let mut statuses = HashMap::<u16, usize>::new();
            for index in (sender / 2..DELIVERIES).step_by(SENDERS / 2) {
                send(server, &format!("evt_{index}"), &ledger, &mut statuses).await;
            }
            statuses
        });
    }
    let mut statuses = HashMap::<u16, usize>::new();
    for (status, count) in senders.join_all().await.into_iter().flatten() {
        *statuses.entry(status).or_default() += count;
    }
    let ledger = ledger.lock().expect("no panic under the lock");
    let calls: usize = ledger.values().map(|(calls, _)| calls).sum();
    assert_eq!(ledger.len(), DELIVERIES);
    assert!(ledger.values().all(|(_, handled)| *handled == 1), "each once");
    let mut statuses: Vec<_> = statuses.into_iter().collect();
    statuses.sort_unstable();
    println!(
        "  {DELIVERIES} handled, each once, in {calls} calls of the handler; answers (0 is none): {statuses:?}; {:.1?}",
        start.elapsed()
    );
}

/// Until it is acknowledged, which it must not be before it is handled.
async fn send(server: SocketAddr, id: &str, ledger: &Ledger, statuses: &mut HashMap<u16, usize>) {
    let raw = written(&delivery(&secret(), id, 200));
    let mut connection = Connection::to(server).await;
    loop {
        let answer = timeout(Duration::from_millis(500), connection.send(&raw)).await;
        let status = answer.ok().and_then(Result::ok).unwrap_or(0);
        *statuses.entry(status).or_default() += 1;
        match status {
            200 => break,
            // The sender hangs up.
            0 => connection = Connection::to(server).await,
            500 => {}
            503 => sleep(Duration::from_millis(20)).await,
            status => panic!("{status} tells nobody to come again"),
        }
    }
    let ledger = ledger.lock().expect("no panic under the lock");
    assert!(ledger[id].1 == 1, "{id} was acknowledged, and nobody had handled it");
}
