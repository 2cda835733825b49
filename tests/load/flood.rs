//! Forgeries as fast as they can be sent, beside genuine traffic.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use http::Request;
use tokio::{task::JoinSet, time::Instant};
use webhook_kit::{RawEvent, Secret, State, webhook};

use crate::{
    client::{Connection, written},
    latency::genuine,
    server::{Count, Sender, delivery, secret, serve},
};

const TIME: Duration = Duration::from_secs(20);
const ATTACKERS: usize = 64;
const A_SECOND: u32 = 200;

#[webhook(provider = Sender)]
async fn on_event(_event: RawEvent, State(count): State<Arc<Count>>) {
    count.one();
}

pub(crate) async fn run() {
    println!(
        "\nflood: {A_SECOND} genuine deliveries of 1 KiB a second, beside {ATTACKERS} attackers"
    );
    let count = Arc::<Count>::default();
    let endpoint = on_event::endpoint(secret()).expect("a secret").state(Arc::clone(&count));
    let server = serve(endpoint);

    let alone = genuine(server, "alone", A_SECOND, TIME).await;
    println!("  alone: {alone}");
    let mut handled = alone.len();
    assert_eq!(count.get(), handled);

    let forged = |bytes| delivery(&Secret::new("another"), "forged", bytes);
    let mut unsigned: Request<_> = forged(1000);
    unsigned.headers_mut().remove("x-signature");
    for (name, status, request) in [
        ("forgeries of 1 KiB", 401, forged(1000)),
        ("forgeries of 64 KiB", 401, forged(64 << 10)),
        ("no signature at all", 401, unsigned),
        ("over the limit", 413, forged(1 << 20)),
    ] {
        let raw: Arc<[u8]> = written(&request).into();
        let end = Instant::now() + TIME;
        let mut attackers = JoinSet::new();
        for _ in 0..ATTACKERS {
            attackers.spawn(attack(server, Arc::clone(&raw), status, end));
        }
        let beside = genuine(server, name, A_SECOND, TIME).await;
        let refused: usize = attackers.join_all().await.into_iter().sum();
        handled += beside.len();
        assert_eq!(count.get(), handled, "what is genuine, and nothing else");
        println!("  {name}: {} refused a second", refused as u64 / TIME.as_secs());
        println!("    beside them: {beside}");
    }
}

/// Sends the same again and again, and counts the refusals. Nothing else may be answered.
async fn attack(server: SocketAddr, raw: Arc<[u8]>, expected: u16, end: Instant) -> usize {
    let mut refused = 0;
    let mut connection = Connection::to(server).await;
    while Instant::now() < end {
        // A body that is not read ends its connection, with the answer or before it.
        match connection.send(&raw).await {
            Ok(status) => {
                assert_eq!(status, expected);
                refused += 1;
                if expected == 413 {
                    connection = Connection::to(server).await;
                }
            }
            Err(_) => connection = Connection::to(server).await,
        }
    }
    refused
}
