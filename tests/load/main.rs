//! Load and failure, at length: `cargo test --release --test load -- [scenario ..]`.
//!
//! Not one of the ordinary tests: it takes some minutes, and measures. `docs/load.md` has its last
//! results; what must hold is asserted, here and in small in `tests/hostile`. Clients and server are one
//! process, over the loopback interface.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a scenario that fails panics, and results are printed"
)]

mod client;
mod connections;
mod duplicates;
mod failures;
mod flood;
mod latency;
mod server;
mod store;

fn main() {
    // Handlers that are told to panic do so by the thousand.
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if info.payload().downcast_ref() != Some(&failures::PANIC) {
            usual(info);
        }
    }));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let chosen: Vec<String> = std::env::args().skip(1).collect();
    let is_chosen = |name: &str| chosen.is_empty() || chosen.iter().any(|chosen| chosen == name);
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    println!("{cores} cores");
    // First, while nothing that was freed hides what it takes.
    if is_chosen("store") {
        runtime.block_on(store::run());
    }
    if is_chosen("flood") {
        runtime.block_on(flood::run());
    }
    if is_chosen("connections") {
        runtime.block_on(connections::run());
    }
    if is_chosen("duplicates") {
        runtime.block_on(duplicates::run());
    }
    if is_chosen("failures") {
        runtime.block_on(failures::run());
    }
}
