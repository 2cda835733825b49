//! Runs each case once between two dumps of callgrind, and prints what it was.

use std::hint::black_box;

use http::request;
use webhook_kit::{Provider, Secret, Verifier};

use crate::cases::{
    BODY, Base64, Hexadecimal, Sha512, Token, ends_early, head, right, secret, verifier, wrong_at,
};

/// Callgrind counts inside of this function, and writes the count down when it ends.
#[inline(never)]
fn measured<P: Provider>(verifier: &Verifier<P>, parts: &request::Parts) -> bool {
    black_box(verifier.verify(black_box(parts), BODY)).is_ok()
}

#[inline(never)]
fn measured_control(signature: &str, right: &str) -> bool {
    black_box(ends_early(black_box(signature.as_bytes()), black_box(right.as_bytes())))
}

/// Cases with one group must take one number of instructions; a group that ends in `?` is only reported.
fn case<P: Provider>(group: &str, name: &str, verifier: &Verifier<P>, signatures: &str, ok: bool) {
    let parts = head(signatures);
    // Whatever is set up once is set up now.
    assert_eq!(verifier.verify(&parts, BODY).is_ok(), ok, "{group}, {name}");
    assert_eq!(measured(verifier, &parts), ok);
    println!("{group}\t{name}");
}

pub(crate) fn run() {
    scheme::<Hexadecimal>("sha256 hex");
    scheme::<Sha512>("sha512 hex");
    scheme::<Base64>("sha256 base64");

    let token = secret();
    let text = "a secret of thirty-two characters";
    let verifier = verifier::<Token>();
    for at in (0..text.len()).filter(|at| wrong_at(text, *at) != text) {
        case("token refused", &format!("wrong at {at}"), &verifier, &wrong_at(text, at), false);
    }
    drop(token);

    // Keys of one length: what is computed with them does not branch on them.
    let zeros = "0".repeat(64);
    for key in 0..32_u64 {
        let bytes: Vec<u8> =
            (0..4).flat_map(|word| scrambled(key * 4 + word).to_be_bytes()).collect();
        let verifier = Verifier::<Hexadecimal>::new(Secret::new(bytes)).expect("a secret");
        case("secrets of 32 bytes", &format!("secret {key}"), &verifier, &zeros, false);
    }

    // Known to differ, and said in the document.
    let right = right::<Hexadecimal>();
    let two = [secret(), Secret::new("another secret of 32 characters")];
    let both = |secrets| Verifier::<Hexadecimal>::new(secrets).expect("two secrets");
    case("which secret?", "the first", &both(two.clone()), &right, true);
    let [first, second] = two;
    case("which secret?", "the second", &both([second, first]), &right, true);
    let other = super::cases::verifier::<Hexadecimal>();
    case("reading hex?", "digits", &other, &"0".repeat(64), false);
    case("reading hex?", "letters", &other, &"a".repeat(64), false);

    for at in [0, 16, 32, 48, 63] {
        black_box(measured_control(&wrong_at(&right, at), &right));
        println!("control?\twrong at {at}");
    }
}

fn scheme<P: Provider>(name: &str) {
    let (right, verifier) = (right::<P>(), verifier::<P>());
    let refused = format!("{name} refused");
    let beside = format!("{name} beside a right one");
    case(&beside, "right", &verifier, &format!("{right} {right}"), true);
    let places = (0..right.len()).filter(|at| wrong_at(&right, *at) != right);
    // The last character of base64 has bits that must be zero: another one would be no base64.
    for at in places.filter(|at| !right.ends_with('=') || *at < right.len() - 2) {
        let wrong = wrong_at(&right, at);
        case(&refused, &format!("wrong at {at}"), &verifier, &wrong, false);
        case(&beside, &format!("wrong at {at}"), &verifier, &format!("{wrong} {right}"), true);
        case(&beside, &format!("then wrong at {at}"), &verifier, &format!("{right} {wrong}"), true);
    }
}

/// A number that looks like chance.
fn scrambled(number: u64) -> u64 {
    let number = (number ^ 0x9e37_79b9_7f4a_7c15).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (number ^ (number >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb)
}
