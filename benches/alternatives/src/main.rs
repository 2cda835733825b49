//! What could be used instead of what is used. The first of a row is what webhook-kit uses.
//!
//!     cargo run --release -p alternatives -- [--quick] [--out FILE] [WORD..]

mod text;

use harness::Run;

fn main() {
    let mut run = Run::of_arguments();
    text::rows(&mut run);
    run.finish();
}
