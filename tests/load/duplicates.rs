//! Ten thousand copies of one delivery at once, over thousands of connections.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::Barrier,
    task::JoinSet,
    time::{Instant, sleep},
};
use webhook_kit::{RawEvent, State, webhook};

use crate::{
    client::{Connection, written},
    server::{Count, Sender, delivery, secret, serve},
};

const CONNECTIONS: usize = 5000;
const EACH: usize = 2;
const DELIVERIES: usize = 20;

#[webhook(provider = Sender)]
async fn on_event(_event: RawEvent, State(count): State<Arc<Count>>) {
    sleep(Duration::from_millis(50)).await;
    count.one();
}

pub(crate) async fn run() {
    println!("\nduplicates: each of {DELIVERIES} deliveries {} times", CONNECTIONS * EACH);
    let count = Arc::<Count>::default();
    let endpoint = on_event::endpoint(secret()).expect("a secret").state(Arc::clone(&count));
    let server = serve(endpoint);
    let start = Arc::new(Barrier::new(CONNECTIONS));
    let mut senders = JoinSet::new();
    let raws: Arc<[Vec<u8>]> = (0..DELIVERIES)
        .map(|index| written(&delivery(&secret(), &format!("evt_{index}"), 1000)))
        .collect();
    let began = Instant::now();
    for _ in 0..CONNECTIONS {
        let (raws, start) = (Arc::clone(&raws), Arc::clone(&start));
        senders.spawn(async move {
            let mut connection = Connection::to(server).await;
            let (mut acknowledged, mut told_to_wait) = (0, 0);
            for raw in raws.iter() {
                start.wait().await;
                for _ in 0..EACH {
                    match connection.send(raw).await.expect("an answer") {
                        200 => acknowledged += 1,
                        503 => told_to_wait += 1,
                        status => panic!("{status}"),
                    }
                }
            }
            (acknowledged, told_to_wait)
        });
    }
    let answers = senders.join_all().await;
    let acknowledged: usize = answers.iter().map(|(acknowledged, _)| acknowledged).sum();
    let told_to_wait: usize = answers.iter().map(|(_, told_to_wait)| told_to_wait).sum();
    assert_eq!(acknowledged + told_to_wait, CONNECTIONS * EACH * DELIVERIES);
    assert_eq!(count.get(), DELIVERIES, "each once");
    println!(
        "  {} sent, {} handled; {acknowledged} were acknowledged, {told_to_wait} told to come again; {:.1?}",
        acknowledged + told_to_wait,
        count.get(),
        began.elapsed()
    );
}
