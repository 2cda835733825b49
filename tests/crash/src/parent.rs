//! The sender, the one who kills, and the accounts in the end.

use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{BuildHasher as _, RandomState},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
    process::{Child, Command},
    time::{sleep, timeout},
};
use webhook_inbox::{Filter, State};

use crate::{child::LEASE, stores::Effects};

const CHILDREN: usize = 2;
const SENDERS: usize = 16;

type Ports = Arc<[AtomicU64; CHILDREN]>;

pub(crate) async fn run<S: Effects>(store: &S, kind: &str, place: &str, length: Duration) {
    let plain = std::env::temp_dir().join(format!("webhook-crash-{}", std::process::id()));
    let begin = |at: usize, ports: Ports| {
        let (kind, place, plain) = (kind.to_owned(), place.to_owned(), plain.clone());
        async move {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["child", &kind, &place])
                .arg(plain)
                .stdout(std::process::Stdio::piped())
                .kill_on_drop(true)
                .spawn()
                .unwrap();
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            if let Ok(Some(port)) = lines.next_line().await {
                ports[at].store(port.parse().unwrap(), Ordering::SeqCst);
            }
            child
        }
    };
    let ports: Ports = Arc::default();
    let mut children: Vec<Child> = Vec::new();
    for at in 0..CHILDREN {
        children.push(begin(at, Arc::clone(&ports)).await);
    }
    let over = Arc::new(AtomicBool::new(false));
    let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
    let senders: Vec<_> = (0..SENDERS)
        .map(|number| {
            let (ports, over) = (Arc::clone(&ports), Arc::clone(&over));
            tokio::spawn(send(number, ports, over, Arc::clone(&acknowledged)))
        })
        .collect();

    let (mut kills, mut pauses) = (0, 0);
    let end = Instant::now() + length;
    while Instant::now() < end {
        sleep(Duration::from_millis(200 + below(600))).await;
        let at = usize::try_from(below(CHILDREN as u64)).unwrap();
        if below(3) == 0 {
            // Longer than its lease: what it holds is another's when it goes on.
            signal("STOP", &children[at]).await;
            sleep(LEASE + Duration::from_millis(500)).await;
            signal("CONT", &children[at]).await;
            pauses += 1;
        } else {
            children[at].kill().await.unwrap();
            children[at] = begin(at, Arc::clone(&ports)).await;
            kills += 1;
        }
    }
    over.store(true, Ordering::SeqCst);
    for sender in senders {
        sender.await.unwrap();
    }
    let acknowledged = acknowledged.lock().unwrap().clone();
    println!("{} acknowledged under {kills} kills and {pauses} pauses", acknowledged.len());
    finish(store).await;
    drop(children);
    account(store, place, &acknowledged, &std::fs::read_to_string(&plain).unwrap()).await;
    std::fs::remove_file(plain).unwrap();
}

/// Waits until nothing is left to be done.
async fn finish<S: Effects>(store: &S) {
    let until = Instant::now() + Duration::from_secs(120);
    loop {
        let unfinished =
            Filter::all().state(State::Ready).state(State::Running).state(State::Waiting);
        let left = store.count(unfinished).await;
        if matches!(left, Ok(0)) {
            return;
        }
        assert!(Instant::now() < until, "STUCK: {left:?} tasks, {:?}", store.stats().await);
        sleep(Duration::from_millis(200)).await;
    }
}

async fn account<S: Effects>(store: &S, place: &str, acknowledged: &BTreeSet<String>, plain: &str) {
    let rows = store.list(Filter::all(), u32::MAX).await.unwrap();
    let not_done = rows.iter().filter(|row| row.state != State::Done).count();
    let deliveries: BTreeSet<_> = rows.iter().map(|row| row.delivery).collect();
    let count = |names: &mut dyn Iterator<Item = String>| {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        names.for_each(|name| *counts.entry(name).or_default() += 1);
        counts
    };
    let effects = count(&mut store.effects(place).await.into_iter());
    let plain = count(&mut plain.lines().map(str::to_owned));
    let missing = |counts: &BTreeMap<String, u32>| {
        acknowledged.iter().filter(|name| !counts.contains_key(*name)).count()
    };
    let doubled =
        |counts: &BTreeMap<String, u32>| counts.values().filter(|count| **count > 1).count();
    println!("{} deliveries stored, {not_done} tasks not done", deliveries.len());
    println!("through Tx: {} missing, {} doubled", missing(&effects), doubled(&effects));
    println!("plain: {} missing, {} doubled", missing(&plain), doubled(&plain));
    assert_eq!(rows.len(), 2 * deliveries.len(), "each delivery has its two tasks");
    // One that was not acknowledged may be there: its answer was lost, and its sender ended.
    assert!(deliveries.len() >= acknowledged.len());
    assert_eq!(effects.len(), deliveries.len(), "an effect for each delivery");
    assert_eq!((not_done, missing(&effects), doubled(&effects), missing(&plain)), (0, 0, 0, 0));
    println!("everything is accounted for");
}

/// Sends one delivery after the other, each until it is acknowledged.
async fn send(
    sender: usize,
    ports: Ports,
    over: Arc<AtomicBool>,
    acknowledged: Arc<Mutex<BTreeSet<String>>>,
) {
    let mut connection = None;
    for number in 0_u64.. {
        let name = format!("{sender:x} {number}");
        loop {
            if over.load(Ordering::SeqCst) {
                return;
            }
            if let Ok(Some(true)) =
                timeout(Duration::from_secs(5), ask(&mut connection, &ports, &name)).await
            {
                acknowledged.lock().unwrap().insert(name);
                break;
            }
            connection = None;
            sleep(Duration::from_millis(20)).await;
        }
        // To the other one now and then, also what it has already.
        if below(50) == 0 {
            connection = None;
        }
    }
}

/// Whether it was acknowledged; nothing if no answer came.
async fn ask(
    connection: &mut Option<BufReader<TcpStream>>,
    ports: &Ports,
    name: &str,
) -> Option<bool> {
    if connection.is_none() {
        let port = ports[usize::try_from(below(CHILDREN as u64)).ok()?].load(Ordering::SeqCst);
        let stream = TcpStream::connect(("127.0.0.1", u16::try_from(port).ok()?)).await.ok()?;
        *connection = Some(BufReader::new(stream));
    }
    let stream = connection.as_mut()?;
    stream.write_all(format!("{name}\n").as_bytes()).await.ok()?;
    let mut answer = String::new();
    stream.read_line(&mut answer).await.ok()?;
    match answer.as_str() {
        "ok\n" => Some(true),
        "no\n" => Some(false),
        _ => None,
    }
}

async fn signal(name: &str, child: &Child) {
    let Some(id) = child.id() else { return };
    let id = id.to_string();
    let status = Command::new("kill").args(["-s", name, &id]).status().await.unwrap();
    assert!(status.success());
}

fn below(end: u64) -> u64 {
    RandomState::new().hash_one(Instant::now()) % end
}
