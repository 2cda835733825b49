//! Thousands of connections that stall or trickle, beside genuine traffic.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};
use webhook_kit::{RawEvent, State, webhook};

use crate::{
    client::{Connection, written},
    latency::genuine,
    server::{Count, Sender, delivery, memory, secret, serve},
};

const CONNECTIONS: usize = 5000;
const TIMEOUT: Duration = Duration::from_secs(15);
/// Less than that by what it takes to connect.
const TIME: Duration = Duration::from_secs(8);
const A_SECOND: u32 = 200;

#[webhook(provider = Sender)]
async fn on_event(_event: RawEvent, State(count): State<Arc<Count>>) {
    count.one();
}

pub(crate) async fn run() {
    println!("\nconnections: {CONNECTIONS} that end in 408 after {} s", TIMEOUT.as_secs());
    let count = Arc::<Count>::default();
    let endpoint = on_event::endpoint(secret()).expect("a secret").state(Arc::clone(&count));
    let server = serve(endpoint.body_timeout(TIMEOUT));
    let mut handled = 0;
    for (name, step) in [("stalled", None), ("a byte a second", Some(Duration::from_secs(1)))] {
        let before = memory();
        let mut slow = JoinSet::new();
        for index in 0..CONNECTIONS {
            let raw = written(&delivery(&secret(), &format!("{name} {index}"), 4000));
            slow.spawn(crawl(server, raw, step));
        }
        sleep(Duration::from_secs(3)).await;
        let beside = genuine(server, name, A_SECOND, TIME).await;
        let held = memory().saturating_sub(before);
        println!("  {name}: {held} MiB more, clients included");
        println!("    beside them: {beside}");
        handled += beside.len();
        let times = slow.join_all().await;
        let first = times.iter().min().copied().unwrap_or_default();
        let last = times.iter().max().copied().unwrap_or_default();
        println!("    {} answered 408, after {first:.1?} to {last:.1?}", times.len());
        assert_eq!(times.len(), CONNECTIONS);
        assert_eq!(count.get(), handled, "what is whole, and nothing else");
        sleep(Duration::from_secs(1)).await;
        assert!(!has_timer(), "the timer's thread outlives those who wait");
    }
}

/// Sends half of a delivery, or all but little of it slowly. Returns when the answer came.
async fn crawl(server: SocketAddr, raw: Vec<u8>, step: Option<Duration>) -> Duration {
    let mut connection = Connection::to(server).await;
    connection.write(&raw[..raw.len() / 2]).await.expect("the server reads");
    let start = Instant::now();
    let mut rest = raw[raw.len() / 2..].iter();
    let status = loop {
        let Some(step) = step else { break connection.answer().await };
        tokio::select! {
            status = connection.answer() => break status,
            () = sleep(step) => {}
        }
        let byte = rest.next().expect("it is longer than the time");
        let _ = connection.write(&[*byte]).await;
    };
    assert_eq!(status.expect("an answer"), 408);
    start.elapsed()
}

fn has_timer() -> bool {
    let threads = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    threads
        .filter_map(|thread| std::fs::read_to_string(thread.path().join("comm")).ok())
        .any(|name| name.trim() == "webhook-timer")
}
