//! Signatures in their text forms, decoded into an array.

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
            assert!(own_hex(black_box(text.as_bytes()), &mut into));
            into
        })
        .with("own, table", move || {
            let mut into = [0; N];
            assert!(own_hex_table(black_box(text.as_bytes()), &mut into));
            into
        })
        .with("own, wide", move || {
            let mut into = [0; N];
            assert!(own_hex_wide(black_box(text.as_bytes()), &mut into));
            into
        })
        .with("own, words", move || {
            let mut into = [0; N];
            assert!(own_hex_words(black_box(text.as_bytes()), &mut into));
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
            assert!(own_base64(black_box(text.as_bytes()), &mut into));
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

fn own_hex(text: &[u8], into: &mut [u8]) -> bool {
    if text.len() != 2 * into.len() {
        return false;
    }
    let mut wrong = 0;
    for (byte, pair) in into.iter_mut().zip(text.chunks_exact(2)) {
        let &[high, low] = pair else { return false };
        let (high, low) = (nibble(high), nibble(low));
        wrong |= high | low;
        *byte = high << 4 | low & 15;
    }
    wrong < 16
}

fn nibble(digit: u8) -> u8 {
    let decimal = digit.wrapping_sub(b'0');
    let letter = (digit | 0x20).wrapping_sub(b'a');
    if decimal < 10 {
        decimal
    } else if letter < 6 {
        letter + 10
    } else {
        0xf0
    }
}

const NIBBLES: [u8; 256] = {
    let mut table = [0xf0; 256];
    let mut at = 0;
    while at < 10 {
        table[b'0' as usize + at] = at as u8;
        at += 1;
    }
    at = 0;
    while at < 6 {
        table[b'a' as usize + at] = at as u8 + 10;
        table[b'A' as usize + at] = at as u8 + 10;
        at += 1;
    }
    table
};

fn own_hex_table(text: &[u8], into: &mut [u8]) -> bool {
    if text.len() != 2 * into.len() {
        return false;
    }
    let mut wrong = 0;
    for (byte, pair) in into.iter_mut().zip(text.chunks_exact(2)) {
        let &[high, low] = pair else { return false };
        let (high, low) = (NIBBLES[usize::from(high)], NIBBLES[usize::from(low)]);
        wrong |= high | low;
        *byte = high << 4 | low & 15;
    }
    wrong < 16
}

const SIX: [u8; 256] = {
    let mut table = [0xff; 256];
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut at = 0;
    while at < 64 {
        table[alphabet[at] as usize] = at as u8;
        at += 1;
    }
    table
};

fn own_base64(text: &[u8], into: &mut [u8]) -> bool {
    if text.len() != (into.len() * 4).div_ceil(3) {
        return false;
    }
    let six = |byte: u8| SIX[usize::from(byte)];
    let mut wrong = 0;
    let mut quads = text.chunks_exact(4);
    let mut triples = into.chunks_exact_mut(3);
    for (triple, quad) in (&mut triples).zip(&mut quads) {
        let (&[a, b, c, d], [x, y, z]) = (quad, triple) else { return false };
        let (a, b, c, d) = (six(a), six(b), six(c), six(d));
        wrong |= a | b | c | d;
        *x = a << 2 | b >> 4;
        *y = b << 4 | c >> 2;
        *z = c << 6 | d;
    }
    match (quads.remainder(), triples.into_remainder()) {
        ([], []) => {}
        (&[a, b], [x]) => {
            let (a, b) = (six(a), six(b));
            // Bits to spare are zero, so that a signature has one text.
            wrong |= a | b | b << 4 & 0xf0;
            *x = a << 2 | b >> 4;
        }
        (&[a, b, c], [x, y]) => {
            let (a, b, c) = (six(a), six(b), six(c));
            wrong |= a | b | c | c << 6 & 0xc0;
            *x = a << 2 | b >> 4;
            *y = b << 4 | c >> 2;
        }
        _ => return false,
    }
    wrong < 64
}

fn own_hex_wide(text: &[u8], into: &mut [u8]) -> bool {
    if text.len() != 2 * into.len() {
        return false;
    }
    let mut wrong = 0;
    let mut bytes = into.chunks_exact_mut(W);
    let mut digits = text.chunks_exact(2 * W);
    for (bytes, digits) in (&mut bytes).zip(&mut digits) {
        let Ok(digits) = <[u8; 2 * W]>::try_from(digits) else { return false };
        let (value, bad) = block(digits);
        wrong |= bad;
        bytes.copy_from_slice(&value);
    }
    for (byte, pair) in bytes.into_remainder().iter_mut().zip(digits.remainder().chunks_exact(2)) {
        let &[high, low] = pair else { return false };
        let (high, low) = (nibble(high), nibble(low));
        wrong |= high | low;
        *byte = high << 4 | low & 15;
    }
    wrong < 16
}

const W: usize = 16;
fn block(digits: [u8; 2 * W]) -> ([u8; W], u8) {
    let nibbles = digits.map(nibble);
    let wrong = nibbles.iter().fold(0, |wrong, nibble| wrong | nibble);
    let mut bytes = [0; W];
    for (byte, pair) in bytes.iter_mut().zip(nibbles.chunks_exact(2)) {
        let pair = u16::from_le_bytes([pair[0], pair[1]]);
        *byte = (pair << 4 | pair >> 8) as u8;
    }
    (bytes, wrong)
}

/// Eight digits at a time.
fn own_hex_words(text: &[u8], into: &mut [u8]) -> bool {
    if text.len() != 2 * into.len() || into.len() % 4 != 0 {
        return false;
    }
    let mut wrong = 0;
    for (bytes, digits) in into.chunks_exact_mut(4).zip(text.chunks_exact(8)) {
        let Ok(digits) = <[u8; 8]>::try_from(digits) else { return false };
        let (value, bad) = eight(u64::from_be_bytes(digits));
        wrong |= bad;
        bytes.copy_from_slice(&value.to_be_bytes());
    }
    wrong == 0
}

fn eight(digits: u64) -> (u32, u64) {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    // All are ASCII, or the sums below carry: checked with the rest.
    let low = digits & !HIGH;
    // 0x80 where a byte is at least the bound.
    let at_least = |bytes: u64, bound: u8| (bytes + ONES * u64::from(0x80 - bound)) & HIGH;
    let decimal = at_least(low, b'0') & !at_least(low, b'9' + 1);
    let folded = low | ONES * 0x20;
    let letter = at_least(folded, b'a') & !at_least(folded, b'f' + 1);
    let bad = (digits & HIGH) | (!(decimal | letter) & HIGH);
    let nibbles = (low & ONES * 0x0f) + (letter >> 7) * 9;
    // Pairs, then pairs of pairs.
    let bytes = (nibbles | nibbles >> 4) & 0x00ff_00ff_00ff_00ff;
    let words = (bytes | bytes >> 8) & 0x0000_ffff_0000_ffff;
    ((words | words >> 16) as u32, bad)
}
