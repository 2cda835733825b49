//! More deliveries than the store in memory holds.

use std::{sync::Arc, time::Instant};

use webhook_kit::{Endpoint, RawEvent, State, idempotency::MemoryStore, webhook};

use crate::server::{Count, Sender, delivery, memory, secret};

const DELIVERIES: usize = 1_000_000;

#[webhook(provider = Sender)]
async fn on_event(_event: RawEvent, State(count): State<Arc<Count>>) {
    count.one();
}

type Endpoint_ = Endpoint<on_event, Arc<Count>>;

pub(crate) async fn run() {
    let capacity = MemoryStore::DEFAULT_CAPACITY;
    println!("\nstore: {DELIVERIES} deliveries through room for {capacity}");
    let count = Arc::<Count>::default();
    let endpoint = on_event::endpoint(secret()).expect("a secret").state(Arc::clone(&count));
    // Made before the first is sent, so that it is there however long this takes.
    let endpoint = endpoint.tolerance(std::time::Duration::MAX).expect("a signed time");

    send(&endpoint, 0..1).await;
    let (began, before) = (Instant::now(), memory());
    send(&endpoint, 1..capacity).await;
    let full = memory();
    send(&endpoint, capacity..DELIVERIES).await;
    println!(
        "  {DELIVERIES} handled in {:.1?}, signing them included; {} MiB more when it was full, {} MiB at the end",
        began.elapsed(),
        full - before,
        memory() - before
    );
    assert_eq!(count.get(), DELIVERIES);

    send(&endpoint, DELIVERIES - capacity..DELIVERIES).await;
    assert_eq!(count.get(), DELIVERIES, "the last are recognised, all of them");
    println!("  the last {capacity} sent again: none handled again");

    send(&endpoint, 0..1000).await;
    assert_eq!(count.get(), DELIVERIES + 1000, "what was forgotten is handled again, not lost");
    println!("  the first 1000 sent again: all handled again, which is what a full store gives up");
}

async fn send(endpoint: &Endpoint_, range: std::ops::Range<usize>) {
    for index in range {
        let request = delivery(&secret(), &format!("evt_{index}"), 0);
        assert_eq!(endpoint.handle(request).await.status(), 200);
    }
}
