//! Timestamps of a head: read by digits, compared in numbers that cannot overflow.

use bytes::Bytes;
use http::Request;
use webhook_kit::{Provider, Rejection, Verifier};

use crate::senders::{NOON, add, noon, secret};

macro_rules! counted_in {
    ($($name:ident = $unit:literal;)+) => {
        $(#[derive(Debug, Provider)]
        #[provider(
            crate = webhook_kit,
            algo = "sha256",
            header = "x-signature",
            message = "{timestamp}.{body}",
            timestamp(header = "x-time", unit = $unit, tolerance = "5m")
        )]
        pub struct $name;)+
    };
}

counted_in! {
    Seconds = "seconds";
    Milliseconds = "milliseconds";
    Auto = "auto";
    Rfc3339 = "rfc3339";
}

const TOLERANCE: i128 = 300;

/// `data` is the timestamp's text.
///
/// # Panics
///
/// If one is fresh that is not, or is not that is.
pub fn check(data: &[u8]) {
    let digits = std::str::from_utf8(data).ok().filter(|text| {
        !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && (!text.starts_with('0') || *text == "0")
    });
    // More digits than a `u64` has are no timestamp.
    let number = digits.and_then(|text| text.parse::<u64>().ok()).map(i128::from);
    let noon = i128::from(NOON);
    let seconds = |number: i128| (number - noon).abs() <= TOLERANCE;
    let millis = |number: i128| (number - noon * 1000).abs() <= TOLERANCE * 1000;
    let Some(verdict) = begins::<Seconds>(data) else { return };
    assert_eq!(verdict, number.is_some_and(seconds), "{data:?}");
    assert_eq!(begins::<Milliseconds>(data), Some(number.is_some_and(millis)), "{data:?}");
    let auto = |number| if number <= 99_999_999_999 { seconds(number) } else { millis(number) };
    assert_eq!(begins::<Auto>(data), Some(number.is_some_and(auto)), "{data:?}");
    if begins::<Rfc3339>(data) == Some(true) {
        assert!(data.starts_with(b"2023-11-14") || data.starts_with(b"2023-11-15"), "{data:?}");
    }
}

/// Whether the head is accepted; `None` if the text cannot be a header's value.
fn begins<P: Provider>(text: &[u8]) -> Option<bool> {
    let mut request = Request::new(Bytes::new());
    add(&mut request, "x-signature", "00".repeat(32).as_bytes());
    add(&mut request, "x-time", text);
    if !request.headers().contains_key("x-time") {
        return None;
    }
    let (parts, _) = request.into_parts();
    let verifier = Verifier::<P>::new(secret()).expect("a secret").clock(noon);
    match verifier.begin(&parts) {
        Ok(_) => Some(true),
        Err(
            Rejection::Stale { .. } | Rejection::Future { .. } | Rejection::MalformedHeader { .. },
        ) => Some(false),
        Err(other) => panic!("{other}"),
    }
}
