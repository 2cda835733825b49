//! Two kinds of requests, measured in turn by chance, and Welch's test of whether their times have one
//! mean: the method of "dude, is my code constant time?" (Reparaz, Balasch, Verbauwhede, 2017).

use std::{hint::black_box, time::Instant};

use webhook_kit::{Provider, Verifier};

use crate::cases::{
    BODY, Base64, Hexadecimal, Token, ends_early, head, right, stranger, verifier, wrong_at,
};

const SAMPLES: usize = 4_000_000;

/// Beyond this, the means differ, but for one time in a hundred thousand.
const LIMIT: f64 = 4.5;

pub(crate) fn run() {
    println!("{SAMPLES} measurements each; |t| of {LIMIT} and more says that the means differ");

    // What the method sees where there is nothing to be seen, and where there is something.
    let right = right::<Hexadecimal>();
    let wrong = wrong_at(&right, 0);
    let nothing = compare(&verifier::<Hexadecimal>(), [&wrong, &wrong]);
    report("control: the same request twice", &nothing);
    let early = measure(
        |kind| wrong_at(&right, if kind == 0 { 0 } else { 63 }),
        |text| ends_early(black_box(text.as_bytes()), black_box(right.as_bytes())),
    );
    let seen = report("control: a comparison that ends early, first or last digit wrong", &early);
    assert!(seen, "the method sees nothing: its other results are worth nothing");

    first_or_last::<Hexadecimal>("sha256 hex, refused: first or last digit wrong");
    first_or_last::<Base64>("sha256 base64, refused: first or last character wrong");
    let beside = [&right, &wrong].map(|first| format!("{first} {right}"));
    report(
        "sha256 hex, beside a right one: right, or first digit wrong",
        &compare(&verifier::<Hexadecimal>(), beside.each_ref().map(String::as_str)),
    );
    let text = "a secret of thirty-two characters";
    refused::<Token>(
        "token, refused: first or last character wrong",
        [wrong_at(text, 0), wrong_at(text, text.len() - 1)],
    );
}

fn first_or_last<P: Provider>(name: &str) {
    let right = right::<P>();
    // Before the padding, and before the character that has bits to spare.
    let last = right.trim_end_matches('=').len() - 2;
    refused::<P>(name, [wrong_at(&right, 0), wrong_at(&right, last)]);
}

/// Also where neither of the two texts is nearly right: a difference that is there as well comes from
/// the texts, which their sender knows, and not from the secret.
fn refused<P: Provider>(name: &str, kinds: [String; 2]) {
    let kinds = kinds.each_ref().map(String::as_str);
    report(name, &compare(&verifier::<P>(), kinds));
    report("  the same two texts under another secret", &compare(&stranger::<P>(), kinds));
}

fn compare<P: Provider>(verifier: &Verifier<P>, kinds: [&str; 2]) -> [Vec<u32>; 2] {
    measure(|kind| head(kinds[kind]), |parts| verifier.verify(black_box(parts), BODY))
}

/// The nanoseconds of each kind. What is measured is made anew each time, in the memory that the last one
/// left: two places that stay would differ in time whatever is in them.
fn measure<T, R>(prepare: impl Fn(usize) -> T, work: impl Fn(&T) -> R) -> [Vec<u32>; 2] {
    let mut times = [Vec::with_capacity(SAMPLES), Vec::with_capacity(SAMPLES)];
    let mut chance: u64 = 88_172_645_463_325_252;
    for sample in 0..SAMPLES + SAMPLES / 100 {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        let kind = usize::from(chance >> 63 == 1);
        let prepared = prepare(kind);
        let start = Instant::now();
        let result = black_box(work(&prepared));
        let took = start.elapsed();
        drop(result);
        // The first hundredth warms up.
        if sample >= SAMPLES / 100 {
            times[kind].push(u32::try_from(took.as_nanos()).unwrap_or(u32::MAX));
        }
    }
    times
}

/// The greatest |t| over several cuts: what was interrupted is slow in both kinds, and hides the rest.
fn report(name: &str, times: &[Vec<u32>; 2]) -> bool {
    let mut all: Vec<u32> = times.iter().flatten().copied().collect();
    all.sort_unstable();
    let median = all[all.len() / 2];
    let mut worst = (0.0_f64, 0.0);
    for percent in [50, 75, 90, 95, 99, 100] {
        let cut = all[(all.len() - 1) * percent / 100];
        let [a, b] = times.each_ref().map(|times| moments(times, cut));
        let t = (a.mean - b.mean) / (a.variance / a.count + b.variance / b.count).sqrt();
        if t.abs() > worst.0 {
            worst = (t.abs(), a.mean - b.mean);
        }
    }
    let (t, difference) = worst;
    let differs = t >= LIMIT;
    println!(
        "{name}\n  |t| at most {t:.2}, where the means differ by {:.2} ns; median {median} ns: {}",
        difference.abs(),
        if differs { "DIFFERENT" } else { "no difference seen" }
    );
    differs
}

struct Moments {
    count: f64,
    mean: f64,
    variance: f64,
}

fn moments(times: &[u32], cut: u32) -> Moments {
    let inside = || times.iter().filter(|time| **time <= cut).map(|time| f64::from(*time));
    let count = inside().count() as f64;
    let mean = inside().sum::<f64>() / count;
    let variance = inside().map(|time| (time - mean).powi(2)).sum::<f64>() / (count - 1.0);
    Moments { count, mean, variance }
}
