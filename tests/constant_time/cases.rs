//! Senders, and requests whose signatures are right but for one character.

use bytes::Bytes;
use http::{Request, request};
use webhook_kit::{Provider, Secret, Verifier};

/// Several signatures in one header.
#[derive(Provider)]
#[provider(
    algo = "sha256",
    header = "x-signature",
    format = "{signature}",
    separator = " ",
    message = "{body}"
)]
pub(crate) struct Hexadecimal;

#[derive(Provider)]
#[provider(
    algo = "sha256",
    encoding = "base64",
    header = "x-signature",
    format = "{signature}",
    separator = " ",
    message = "{body}"
)]
pub(crate) struct Base64;

#[derive(Provider)]
#[provider(
    algo = "sha512",
    header = "x-signature",
    format = "{signature}",
    separator = " ",
    message = "{body}"
)]
pub(crate) struct Sha512;

/// What is sent along is the secret itself.
#[derive(Provider)]
#[provider(algo = "token", header = "x-signature", weak = "the sender offers nothing better")]
pub(crate) struct Token;

pub(crate) const BODY: Bytes = Bytes::from_static(b"{\"id\":\"evt_1\"}");

pub(crate) fn secret() -> Secret {
    Secret::new("a secret of thirty-two characters")
}

pub(crate) fn verifier<P: Provider>() -> Verifier<P> {
    Verifier::new(secret()).expect("a secret")
}

/// Of another secret: what is nearly right under the one is wrong throughout under this.
pub(crate) fn stranger<P: Provider>() -> Verifier<P> {
    Verifier::new(Secret::new("another one, and as long as the first")).expect("a secret")
}

/// The text of the right signature.
pub(crate) fn right<P: Provider>() -> String {
    let request = P::sign(&secret(), BODY).request();
    request.headers()["x-signature"].to_str().expect("text").to_owned()
}

/// The head of a request with these signatures.
pub(crate) fn head(signatures: &str) -> request::Parts {
    let request = Request::post("/").header("x-signature", signatures).body(());
    request.expect("a request").into_parts().0
}

/// A text that differs in one character, and by another of its kind: digits stay digits and letters
/// letters, so that what is compared differs and not what it takes to read it.
pub(crate) fn wrong_at(right: &str, at: usize) -> String {
    let other = |character| match character {
        '0' => '1',
        '1'..='9' => '0',
        'a' => 'b',
        'b'..='z' => 'a',
        'A' => 'B',
        'B'..='Z' => 'A',
        other => other,
    };
    right
        .chars()
        .enumerate()
        .map(|(index, character)| if index == at { other(character) } else { character })
        .collect()
}

/// What a comparison must not be: it ends at the first difference. The control of both methods.
pub(crate) fn ends_early(signature: &[u8], expected: &[u8]) -> bool {
    signature.iter().zip(expected).all(|(a, b)| std::hint::black_box(a) == std::hint::black_box(b))
}
