//! HMAC of a body, with a key that is prepared once: what signing costs with each backend.

use std::hint::black_box;

use harness::{Row, Run};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Sha256, Sha512};

const KEY: &[u8] = cases::SECRET.as_bytes();
const SIZES: [usize; 4] = [64, 1024, 16 * 1024, 256 * 1024];

pub(crate) fn rows(run: &mut Run) {
    for size in SIZES {
        let body: &'static [u8] = Box::leak(cases::bodies::of_length(size).into_boxed_slice());
        run.row("HMAC-SHA256", || {
            row::<Hmac<Sha256>>(
                "HMAC-SHA256",
                body,
                aws_lc_rs::hmac::HMAC_SHA256,
                ring::hmac::HMAC_SHA256,
            )
        });
        run.row("HMAC-SHA512", || {
            row::<Hmac<Sha512>>(
                "HMAC-SHA512",
                body,
                aws_lc_rs::hmac::HMAC_SHA512,
                ring::hmac::HMAC_SHA512,
            )
        });
    }
}

fn row<M: Mac + KeyInit + Clone + 'static>(
    name: &str,
    body: &'static [u8],
    aws: aws_lc_rs::hmac::Algorithm,
    ring: ring::hmac::Algorithm,
) -> Row<'static> {
    let own = <M as KeyInit>::new_from_slice(KEY).expect("a key of any length");
    let aws = aws_lc_rs::hmac::Key::new(aws, KEY);
    let ring = ring::hmac::Key::new(ring, KEY);
    let signature = own.clone().chain_update(body).finalize().into_bytes();
    assert_eq!(aws_lc_rs::hmac::sign(&aws, body).as_ref(), &signature[..]);
    assert_eq!(ring::hmac::sign(&ring, body).as_ref(), &signature[..]);
    Row::new("alternatives", name, body.len())
        .with("hmac, sha2", move || {
            own.clone().chain_update(black_box(body)).finalize().into_bytes()
        })
        .with("aws-lc-rs", move || aws_lc_rs::hmac::sign(&aws, black_box(body)))
        .with("ring", move || ring::hmac::sign(&ring, black_box(body)))
}
