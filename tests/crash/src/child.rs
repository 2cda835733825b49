//! The process that is killed: a receiver and a worker. It says its port, and answers each line, the name of
//! a delivery, with `ok` when it is committed, and with `no` when that is not known.

use std::{io::Write as _, sync::Arc, time::Duration};

use bytes::Bytes;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};
use webhook_inbox::{
    Backoff, Batcher, BoxFuture, Job, Key, Limits, NewDelivery, NewTask, Run, Verdict, Worker,
};

use crate::stores::Effects;

pub(crate) const LEASE: Duration = Duration::from_secs(1);

pub(crate) async fn run<S: Effects>(store: S, plain: &str) {
    let store = Arc::new(store);
    let batcher = Batcher::new(Arc::clone(&store), Limits::default());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("{}", listener.local_addr().unwrap().port());
    std::io::stdout().flush().unwrap();
    let file = std::fs::File::options().append(true).create(true).open(plain).unwrap();
    let backoff = Backoff::default().first(Duration::from_millis(50)).attempts(1_000);
    let worker = Worker::new(store)
        .handle("book", Book, backoff, 64)
        .handle("plain", Plain(Arc::new(file)), backoff, 64)
        .lease(LEASE)
        .poll(Duration::from_millis(100));
    tokio::spawn(worker.run(std::future::pending()));
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        tokio::spawn(receive(stream, batcher.clone()));
    }
}

async fn receive<S: Effects>(mut stream: TcpStream, batcher: Batcher<S>) {
    let (read, mut write) = stream.split();
    let mut lines = BufReader::new(read).lines();
    while let Ok(Some(name)) = lines.next_line().await {
        let lane = name.get(..1).unwrap_or_default();
        let new = NewDelivery::new(
            Key::of(&[name.as_bytes()]),
            "crash",
            Duration::from_secs(86_400),
            Bytes::from(name.clone()),
        )
        .task(NewTask::new("book").order_key(Some(lane)))
        .task(NewTask::new("plain"));
        let accepted = batcher.accept(new, Duration::from_secs(3)).await;
        let answer: &[u8] = if accepted.is_ok() { b"ok\n" } else { b"no\n" };
        if write.write_all(answer).await.is_err() {
            return;
        }
    }
}

/// Through the transaction: exactly once, whatever happens.
struct Book;

impl<S: Effects> Run<S> for Book {
    fn run(&self, job: Job<S>) -> BoxFuture<'_, Verdict> {
        Box::pin(async move {
            let name = String::from_utf8_lossy(&job.task().body).into_owned();
            let Some(mut tx) = job.tx() else { return Verdict::Failed("no transaction".into()) };
            match S::effect(&mut tx, name).await {
                Ok(()) => Verdict::Done,
                Err(error) => Verdict::Failed(error.into()),
            }
        })
    }
}

/// Outside of it: at least once. A line that is appended is there though the process is killed.
struct Plain(Arc<std::fs::File>);

impl<S: Effects> Run<S> for Plain {
    fn run(&self, job: Job<S>) -> BoxFuture<'_, Verdict> {
        Box::pin(async move {
            let line = format!("{}\n", String::from_utf8_lossy(&job.task().body));
            match (&*self.0).write_all(line.as_bytes()) {
                Ok(()) => Verdict::Done,
                Err(error) => Verdict::Failed(error.into()),
            }
        })
    }
}
