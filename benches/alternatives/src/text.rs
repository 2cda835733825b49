//! Signatures in their text forms, decoded into an array.

// The module itself: nobody's interface, and measured all the same.
#[allow(dead_code, reason = "one alphabet is measured")]
#[path = "../../../webhook-core/src/request/decode.rs"]
mod own;

use std::hint::black_box;

use base64ct::Encoding as _;
use harness::{Row, Run};

pub(crate) fn rows(run: &mut Run) {
    run.row("hex", hex::<32>);
    run.row("hex", hex::<64>);
    run.row("base64", base64::<32>);
    run.row("base64", base64::<64>);
}

fn bytes<const N: usize>() -> [u8; N] {
    std::array::from_fn(|at| (at * 7 + 3) as u8)
}

fn hex<const N: usize>() -> Row<'static> {
    let text: &'static str = Box::leak(::hex::encode(bytes::<N>()).into_boxed_str());
    let mut buffer = [0; N];
    Row::new("alternatives", "hex", N)
        .with("own", move || {
            let mut into = [0; N];
            assert!(own::from_hex(black_box(text.as_bytes()), black_box(&mut into[..])));
            into
        })
        .with("hex", move || {
            ::hex::decode_to_slice(black_box(text), &mut buffer).expect("hex");
            buffer
        })
        .with("const-hex", move || {
            let mut into = [0; N];
            const_hex::decode_to_slice(black_box(text), &mut into).expect("hex");
            into
        })
        .with("base16ct", move || {
            let mut into = [0; N];
            base16ct::mixed::decode(black_box(text), &mut into).expect("hex");
            into
        })
}

fn base64<const N: usize>() -> Row<'static> {
    let text = base64ct::Base64Unpadded::encode_string(&bytes::<N>());
    let text: &'static str = Box::leak(text.into_boxed_str());
    use ::base64::Engine as _;
    Row::new("alternatives", "base64", N)
        .with("own", move || {
            let mut into = [0; N];
            assert!(own::from_base64(
                black_box(text.as_bytes()),
                own::BASE64,
                black_box(&mut into[..])
            ));
            into
        })
        .with("base64ct", move || {
            let mut into = [0; N];
            base64ct::Base64Unpadded::decode(black_box(text), &mut into).expect("base64");
            into
        })
        .with("base64", move || {
            let mut into = [0; N];
            ::base64::engine::general_purpose::STANDARD_NO_PAD
                .decode_slice_unchecked(black_box(text), &mut into)
                .expect("base64");
            into
        })
        .with("base64-simd", move || {
            let mut into = [0; N];
            base64_simd::STANDARD_NO_PAD
                .decode(black_box(text.as_bytes()), base64_simd::Out::from_slice(&mut into))
                .expect("base64");
            into
        })
}
