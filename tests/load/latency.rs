//! Genuine traffic at a steady rate, and how long its answers take.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::{sync::Mutex, task::JoinSet};

use crate::{
    client::{Connection, written},
    server::{delivery, secret},
};

/// How long answers took.
pub(crate) struct Latency(Vec<Duration>);

/// Sends so many deliveries a second, over connections that stay open. Each is measured from the moment
/// at which it was due, so that one that waits for another counts that too. All must be acknowledged.
pub(crate) async fn genuine(
    server: SocketAddr,
    name: &str,
    a_second: u32,
    time: Duration,
) -> Latency {
    let mut connections = Vec::new();
    for _ in 0..32 {
        connections.push(Arc::new(Mutex::new(Connection::to(server).await)));
    }
    let step = Duration::from_secs(1) / a_second;
    let count = time.as_secs() * u64::from(a_second);
    let start = Instant::now() + Duration::from_millis(100);
    let mut sent = JoinSet::new();
    for index in 0..count {
        let due = start + step * u32::try_from(index).expect("few");
        let raw = written(&delivery(&secret(), &format!("{name}_{index}"), 1000));
        tokio::time::sleep_until(due.into()).await;
        let at = usize::try_from(index).expect("few") % connections.len();
        let connection = Arc::clone(&connections[at]);
        sent.spawn(async move {
            let status = connection.lock().await.send(&raw).await;
            assert_eq!(status.expect("an answer"), 200);
            due.elapsed()
        });
    }
    let mut took = sent.join_all().await;
    took.sort();
    Latency(took)
}

impl Latency {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    fn percentile(&self, percent: usize) -> f64 {
        let at = (self.0.len() * percent / 100).min(self.0.len() - 1);
        self.0[at].as_secs_f64() * 1000.0
    }
}

impl std::fmt::Display for Latency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [half, most, nearly_all, all] = [50, 90, 99, 100].map(|at| self.percentile(at));
        write!(
            f,
            "{} genuine, all acknowledged; ms: p50 {half:.2}, p90 {most:.2}, p99 {nearly_all:.2}, max {all:.2}",
            self.len()
        )
    }
}
