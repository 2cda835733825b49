//! A payload's type, known beforehand, with each parser. Each takes bytes that were received, and
//! answers with the same; the copy that `simd-json` needs because it writes into its input is its own.

use std::hint::black_box;

use cases::{
    bodies::{self, Shape, Tag},
    events::Payout,
};
use harness::{Row, Run};

pub(crate) fn rows(run: &mut Run) {
    for size in [512, 4096, 32 * 1024, 200 * 1024] {
        run.row("JSON parsers", || row(size));
    }
}

fn row(size: usize) -> Row<'static> {
    let body = bodies::body(Shape::Flat, Tag::First, size).into_bytes();
    let body: &'static [u8] = Box::leak(body.into_boxed_slice());
    let items = |payout: Payout| payout.items.len();
    let mut buffers = simd_json::Buffers::new(body.len());
    Row::new("alternatives", "JSON parsers", body.len())
        .with("serde_json, from_str", move || {
            let text = std::str::from_utf8(black_box(body)).expect("UTF-8");
            items(serde_json::from_str(text).expect("JSON"))
        })
        .with("serde_json, from_slice", move || {
            items(serde_json::from_slice(black_box(body)).expect("JSON"))
        })
        .with("sonic-rs", move || items(sonic_rs::from_slice(black_box(body)).expect("JSON")))
        .with("simd-json", move || {
            let mut copy = black_box(body).to_vec();
            items(simd_json::serde::from_slice_with_buffers(&mut copy, &mut buffers).expect("JSON"))
        })
}
