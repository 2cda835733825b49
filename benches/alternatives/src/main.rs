//! What could be used instead of what is used. The first of a row is what webhook-kit uses.
//!
//!     cargo run --release -p alternatives -- [--quick] [--out FILE] [WORD..]

#[cfg(feature = "backends")]
mod hash;
#[cfg(feature = "backends")]
mod json;
mod text;

use harness::Run;

fn main() {
    let mut run = Run::of_arguments();
    #[cfg(feature = "backends")]
    {
        hash::rows(&mut run);
        json::rows(&mut run);
    }
    text::rows(&mut run);
    run.finish();
}
