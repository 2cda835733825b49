//! Two ways to feed a body, and one verdict.

use bytes::Bytes;
use http::Request;
use webhook_kit::{Provider, Secret, Verifier, providers::fincra::Fincra};

use crate::senders::{Listed, Plain, noon, secret};

/// The first byte says how large the chunks are and who signs; the rest is the body.
///
/// # Panics
///
/// If the verdicts differ, or a genuine body is refused.
pub fn check(data: &[u8]) {
    let Some((first, body)) = data.split_first() else { return };
    let size = usize::from(first >> 2) + 1;
    let signer = if first & 1 == 0 { secret() } else { Secret::new("another") };
    let genuine = first & 1 == 0;
    let limit = if first & 2 == 0 { 4096 } else { 16 };
    both::<Plain>(&signer, body, size, limit, genuine);
    both::<Listed>(&signer, body, size, limit, genuine);
    both::<Fincra>(&signer, body, size, limit, genuine);
}

fn both<P: Provider>(signer: &Secret, body: &[u8], size: usize, limit: usize, genuine: bool) {
    let request: Request<Bytes> = P::sign(signer, body.to_vec()).at(noon()).request();
    let (parts, body) = request.into_parts();
    let verifier = Verifier::<P>::new(secret()).expect("a secret").clock(noon).limit(limit);
    let whole = verifier.verify(&parts, body.clone());
    let mut running = verifier.begin(&parts).expect("a head of our own");
    for (index, chunk) in body.chunks(size).enumerate() {
        // A chunk that is empty is none.
        running.update(&[]);
        if index % 2 == 0 {
            running.update(chunk);
        } else {
            running.push(Bytes::copy_from_slice(chunk));
        }
    }
    let chunked = running.finish();
    match (whole, chunked) {
        (Ok(whole), Ok(chunked)) => {
            assert!(genuine && body.len() <= limit);
            assert_eq!(whole.body(), chunked.body());
            assert_eq!((whole.event(), whole.id()), (chunked.event(), chunked.id()));
            assert_eq!(whole.body(), &body, "the bytes that were signed");
        }
        (Err(whole), Err(chunked)) => {
            assert_eq!(whole.to_string(), chunked.to_string());
            assert!(!genuine || body.len() > limit, "{whole}");
        }
        (whole, chunked) => panic!("{whole:?} or {chunked:?}"),
    }
}
