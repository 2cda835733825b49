//! Whole requests over HTTP: an axum server on one core, a client on another.
//!
//!     cargo run --release -p over-http -- [--quick] [--out FILE] [WORD..]
//!
//! Each contestant is a server of its own, a process with one thread. The client has eight
//! connections, sends a request on each and then reads the eight answers, so that the server never
//! waits; that is one operation. `nothing` reads the body and answers: what HTTP itself takes.

mod client;
mod server;

use cases::{
    SECRET,
    bodies::{self, Shape, Tag},
    schemes::Adjacent,
};
use harness::{Row, Run};
use webhook_kit::{Provider, Secret};

use client::Client;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, flag, name] = &arguments[..]
        && flag == "--serve"
    {
        return server::serve(name);
    }
    client::pin();
    let mut run = Run::of_arguments();
    for size in [1024, 4096] {
        run.row("http", || {
            let body = bodies::body(Shape::Adjacent, Tag::First, size);
            let request = Adjacent::sign(&Secret::new(SECRET), body).request();
            let mut row = Row::new("http", "eight requests", request.body().len());
            for name in server::NAMES {
                let mut client = Client::of(name, &request);
                row = row.with(name, move || client.round());
            }
            row
        });
    }
    run.finish();
}
