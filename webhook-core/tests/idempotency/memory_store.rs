//! The store in memory at its limits: many threads, no room, and strange clocks.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use webhook_core::idempotency::{
    Acquired, Completion, DEFAULT_LEASE, DEFAULT_RETENTION, FencingToken, IdempotencyKey,
    IdempotencyStore, MemoryStore, Store,
};

const LEASE: Duration = Duration::from_secs(60);
const KEEP: Duration = Duration::from_secs(3600);

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_700_000_000 + seconds)
}

fn key(id: usize) -> IdempotencyKey {
    IdempotencyKey::new("ratio", "", &id.to_be_bytes())
}

fn grant(store: &MemoryStore, id: usize, now: SystemTime) -> FencingToken {
    match store.try_acquire(key(id), LEASE, now) {
        Ok(Acquired::New(owner)) => owner,
        other => panic!("expected {id} to be new, not {other:?}"),
    }
}

fn handle(store: &MemoryStore, id: usize, keep: Duration, now: SystemTime) {
    let owner = grant(store, id, now);
    assert_eq!(store.mark_done(key(id), owner, keep, now), Completion::Held);
}

fn is_done(store: &MemoryStore, id: usize, now: SystemTime) -> bool {
    matches!(store.try_acquire(key(id), LEASE, now), Ok(Acquired::Done))
}

fn is_running(store: &MemoryStore, id: usize, now: SystemTime) -> bool {
    matches!(store.try_acquire(key(id), LEASE, now), Ok(Acquired::InProgress { .. }))
}

// Threads.

#[test]
fn of_ten_thousand_concurrent_claims_one_is_new() {
    let store = MemoryStore::new();
    let (new, in_progress) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let start = Barrier::new(100);
    thread::scope(|scope| {
        for _ in 0..100 {
            scope.spawn(|| {
                start.wait();
                for _ in 0..100 {
                    match store.clone().try_acquire(key(1), LEASE, at(0)).unwrap() {
                        Acquired::New(_) => new.fetch_add(1, Ordering::Relaxed),
                        _ => in_progress.fetch_add(1, Ordering::Relaxed),
                    };
                }
            });
        }
    });
    assert_eq!((new.into_inner(), in_progress.into_inner()), (1, 9_999));
    assert_eq!(store.len(), 1);
}

/// Handlers that fail at first, in many threads: each delivery is handled once, never two at once.
#[test]
fn concurrent_retries_are_handled_once() {
    const DELIVERIES: usize = 50;
    let store = MemoryStore::new();
    let running: Vec<_> = (0..DELIVERIES).map(|_| AtomicUsize::new(0)).collect();
    let tried: Vec<_> = (0..DELIVERIES).map(|_| AtomicUsize::new(0)).collect();
    let handled: Vec<_> = (0..DELIVERIES).map(|_| AtomicUsize::new(0)).collect();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for round in 0..DELIVERIES * 200 {
                    let id = round % DELIVERIES;
                    let Ok(Acquired::New(owner)) = store.try_acquire(key(id), LEASE, at(0)) else {
                        continue;
                    };
                    assert_eq!(running[id].fetch_add(1, Ordering::SeqCst), 0);
                    let earlier = tried[id].fetch_add(1, Ordering::SeqCst);
                    thread::yield_now();
                    running[id].fetch_sub(1, Ordering::SeqCst);
                    let settled = if earlier < 5 {
                        store.give_back(key(id), owner)
                    } else {
                        handled[id].fetch_add(1, Ordering::SeqCst);
                        store.mark_done(key(id), owner, KEEP, at(0))
                    };
                    assert_eq!(settled, Completion::Held);
                }
            });
        }
    });
    for id in 0..DELIVERIES {
        assert_eq!(tried[id].load(Ordering::SeqCst), 6, "delivery {id}");
        assert_eq!(handled[id].load(Ordering::SeqCst), 1, "delivery {id}");
    }
}

#[test]
fn no_owner_is_given_twice() {
    let store = MemoryStore::new();
    let owners = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for thread in 0..8 {
            let (store, owners) = (&store, &owners);
            scope.spawn(move || {
                let mine: Vec<_> =
                    (0..1000).map(|id| grant(store, thread * 1000 + id, at(0))).collect();
                owners.lock().unwrap().extend(mine);
            });
        }
    });
    let mut owners = owners.into_inner().unwrap();
    owners.sort_unstable();
    owners.dedup();
    assert_eq!(owners.len(), 8000);
}

#[test]
fn no_made_up_owner_undoes_what_is_done() {
    let store = MemoryStore::new();
    handle(&store, 1, KEEP, at(0));
    for number in 0..10 {
        assert_eq!(store.give_back(key(1), FencingToken::new(number)), Completion::Lost);
        let forgotten = store.mark_done(key(1), FencingToken::new(number), Duration::ZERO, at(0));
        assert_eq!(forgotten, Completion::Lost);
    }
    assert!(is_done(&store, 1, at(0)));
}

// Room.

#[test]
fn a_new_store_is_empty_and_shared_by_its_clones() {
    let store = MemoryStore::default();
    assert!(store.is_empty());
    assert_eq!(store.capacity(), 65_536);
    let clone = store.clone();
    handle(&clone, 1, KEEP, at(0));
    assert!(is_done(&store, 1, at(0)));
    assert!(!store.is_empty());
    assert_eq!(store.len(), 1);
}

#[test]
fn a_store_without_room_takes_one() {
    let store = MemoryStore::with_capacity(0);
    assert_eq!(store.capacity(), 1);
    handle(&store, 1, KEEP, at(0));
    assert!(is_done(&store, 1, at(0)));
}

#[test]
fn a_huge_capacity_reserves_nothing() {
    let store = MemoryStore::with_capacity(usize::MAX);
    handle(&store, 1, KEEP, at(0));
    assert_eq!(store.len(), 1);
}

#[test]
fn a_full_store_recognises_the_newest() {
    let store = MemoryStore::with_capacity(100);
    for id in 0..100_000 {
        handle(&store, id, KEEP, at(0));
        assert!(store.len() <= 100);
    }
    assert!((99_900..100_000).all(|id| is_done(&store, id, at(0))));
    assert_eq!(store.len(), 100);
    // What is given up: the one before them is handled once more.
    grant(&store, 99_899, at(0));
    assert!(!is_done(&store, 99_900, at(0)));
}

#[test]
fn age_counts_from_when_it_was_done() {
    let store = MemoryStore::with_capacity(3);
    let slow = grant(&store, 0, at(0));
    handle(&store, 1, KEEP, at(1));
    handle(&store, 2, KEEP, at(2));
    assert_eq!(store.mark_done(key(0), slow, KEEP, at(3)), Completion::Held);
    handle(&store, 3, KEEP, at(4));
    assert!(is_done(&store, 0, at(5)) && is_done(&store, 2, at(5)) && is_done(&store, 3, at(5)));
}

#[test]
fn the_expired_go_before_the_oldest() {
    let store = MemoryStore::with_capacity(3);
    handle(&store, 0, KEEP, at(0));
    handle(&store, 1, Duration::from_secs(10), at(1));
    handle(&store, 2, KEEP, at(2));
    handle(&store, 3, KEEP, at(11));
    assert!(is_done(&store, 0, at(12)) && is_done(&store, 2, at(12)) && is_done(&store, 3, at(12)));
}

#[test]
fn one_in_progress_outlives_any_number_of_others() {
    let store = MemoryStore::with_capacity(10);
    let owner = grant(&store, 0, at(0));
    for id in 1..1000 {
        handle(&store, id, KEEP, at(1));
    }
    assert!(is_running(&store, 0, at(2)));
    assert_eq!(store.mark_done(key(0), owner, KEEP, at(3)), Completion::Held);
}

#[test]
fn when_all_are_in_progress_another_is_refused() {
    let store = MemoryStore::with_capacity(10);
    let owners: Vec<_> = (0..10).map(|id| grant(&store, id, at(0))).collect();
    let error = store.try_acquire(key(10), LEASE, at(59)).unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert_eq!(source.to_string(), "all of 10 deliveries are in progress");

    // Those inside are still answered, and nothing of them was lost.
    assert!((0..10).all(|id| is_running(&store, id, at(59))));
    // One that is given back makes room, and so does one that is done.
    assert_eq!(store.give_back(key(3), owners[3]), Completion::Held);
    grant(&store, 10, at(59));
    assert!(store.try_acquire(key(11), LEASE, at(59)).is_err());
    assert_eq!(store.mark_done(key(4), owners[4], KEEP, at(59)), Completion::Held);
    grant(&store, 11, at(59));
}

#[test]
fn a_lapsed_lease_makes_room_last() {
    let store = MemoryStore::with_capacity(2);
    let hanging = grant(&store, 0, at(0));
    handle(&store, 1, KEEP, at(1));
    // The done one goes, though it was to be kept: the other may still end.
    let running = grant(&store, 2, at(100));
    assert_eq!(store.len(), 2);
    // With nothing done, the lapsed one goes, and not the one that runs.
    grant(&store, 3, at(101));
    assert_eq!(store.mark_done(key(0), hanging, KEEP, at(102)), Completion::Lost);
    assert_eq!(store.mark_done(key(2), running, KEEP, at(102)), Completion::Held);
}

#[test]
fn an_expired_one_is_claimed_in_its_own_place() {
    let store = MemoryStore::with_capacity(2);
    handle(&store, 0, LEASE, at(0));
    handle(&store, 1, KEEP, at(0));
    grant(&store, 0, at(60));
    assert!(is_done(&store, 1, at(60)));
}

// Clocks.

#[test]
fn a_clock_that_goes_back_loses_nothing() {
    let store = MemoryStore::new();
    handle(&store, 0, KEEP, at(10_000));
    let owner = grant(&store, 1, at(10_000));
    for now in [at(0), UNIX_EPOCH, UNIX_EPOCH - Duration::from_secs(1 << 40)] {
        assert!(is_done(&store, 0, now));
        assert!(is_running(&store, 1, now));
    }
    assert_eq!(store.mark_done(key(1), owner, KEEP, UNIX_EPOCH), Completion::Held);
    assert!(is_done(&store, 1, UNIX_EPOCH));
}

#[test]
fn before_the_epoch_claims_work_too() {
    let store = MemoryStore::new();
    let early = UNIX_EPOCH - Duration::from_secs(1 << 40);
    handle(&store, 0, KEEP, early);
    assert!(is_done(&store, 0, early));
    assert!(is_done(&store, 0, UNIX_EPOCH));
}

#[test]
fn no_far_future_overflows_or_ends() {
    let last = (0..63).rev().fold(UNIX_EPOCH, |time, bit| {
        time.checked_add(Duration::from_secs(1 << bit)).unwrap_or(time)
    });
    let store = MemoryStore::with_capacity(4);
    handle(&store, 0, Duration::MAX, at(0));
    handle(&store, 1, KEEP, last);
    let owner = grant(&store, 2, last);
    assert!(is_done(&store, 0, last), "for ever");
    assert!(is_done(&store, 1, last), "an hour after the last second");
    assert!(is_running(&store, 2, last), "a minute after the last second");
    assert_eq!(store.mark_done(key(2), owner, Duration::MAX, last), Completion::Held);

    assert!(matches!(store.try_acquire(key(3), Duration::MAX, at(0)), Ok(Acquired::New(_))));
    assert!(is_running(&store, 3, last), "a lease for ever");
    assert!((0..3).all(|id| is_done(&store, id, last) && is_done(&store, id, at(0))));
}

#[test]
fn nothing_lasts_no_time() {
    let store = MemoryStore::new();
    let first = store.try_acquire(key(0), Duration::ZERO, at(0)).unwrap();
    let second = store.try_acquire(key(0), Duration::ZERO, at(0)).unwrap();
    assert_ne!(first, second);
    let Acquired::New(owner) = second else { panic!("expected a new claim, not {second:?}") };
    assert_eq!(store.mark_done(key(0), owner, Duration::ZERO, at(0)), Completion::Held);
    grant(&store, 0, at(0));
}

#[test]
fn the_documented_times_are_those() {
    assert_eq!(DEFAULT_LEASE, Duration::from_secs(300), "five minutes");
    assert_eq!(DEFAULT_RETENTION, Duration::from_secs(345_600), "four days");
}

/// A store behind an `Arc` is asked itself, not one that begins empty.
#[tokio::test]
async fn a_shared_store_stays_the_one_that_is_shared() {
    let memory = MemoryStore::new();
    handle(&memory, 1, KEEP, at(0));
    let shared: Arc<dyn IdempotencyStore> = Arc::new(memory);
    let store = Store::from(shared);
    let claimed = store.acquire(key(1), LEASE, at(1)).await.unwrap();
    assert!(matches!(claimed, Acquired::Done), "{claimed:?}");
}
