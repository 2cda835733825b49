//! Evidence that verification takes no longer, the more of a signature is right.
//!
//!     bash tests/constant_time/count                               (instructions; needs valgrind)
//!     cargo test --release --test constant_time -- timing          (time, by statistics; some minutes)
//!
//! Not among the ordinary tests. `docs/constant-time.md` has the last results and what they do not show.

#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "results are computed and printed"
)]

mod cases;
mod counts;
mod timing;

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("counts") => counts::run(),
        Some("timing") => timing::run(),
        _ => println!("`counts` (under callgrind, by tests/constant_time/count) or `timing`"),
    }
}
