//! Secrets that are the right ones, and not handed over as the sender has them.

use webhook_kit::{
    Secret,
    explain::{Cause, Explainer, SecretSlip},
    scheme::KeyForm,
};

use super::{Table, all, find};

const HEX: &str = "2b7e151628aed2a6abf7158809cf4f3c2b7e151628aed2a6abf7158809cf4f3c";
const BASE64: &str = "K34VFiiu0qar9xWICc9PPCt+FRYortKmq/cViAnPTzw=";

fn has_slip(expected: SecretSlip) -> impl Fn(&Cause) -> bool {
    move |cause| *cause == Cause::Secret { secret: 0, slip: expected }
}

fn form(sender: KeyForm, without_prefix: bool) -> SecretSlip {
    SecretSlip::Form { sender, without_prefix }
}

#[test]
fn what_stands_around_a_secret() {
    let mut table = Table::default();
    for provider in all() {
        let Some(request) = provider.sent(&provider.own(), provider.body.clone()) else { continue };
        let text = provider.secret;
        for (what, slipped, slip) in [
            ("a line end", format!("{text}\n"), SecretSlip::Blanks),
            ("CRLF", format!("{text}\r\n"), SecretSlip::Blanks),
            ("a blank before it", format!(" {text}"), SecretSlip::Blanks),
            ("a byte order mark", format!("\u{feff}{text}"), SecretSlip::Blanks),
            ("quotes", format!("\"{text}\""), SecretSlip::Quotes),
            ("apostrophes and a line end", format!("'{text}'\n"), SecretSlip::Quotes),
        ] {
            let owner = provider.owner(slipped);
            table.row(what, &provider, &owner, request.clone(), has_slip(slip));
        }
    }
    table.holds(150);
}

#[test]
fn line_ends_that_belong_to_a_secret() {
    let mut table = Table::default();
    for provider in all() {
        let text = provider.secret;
        for (what, senders, owners, slip) in [
            ("no line end", format!("{text}\n"), text.to_owned(), SecretSlip::NoLineEnd),
            ("escapes", "line\nline".into(), "line\\nline".into(), SecretSlip::EscapedLineEnds),
        ] {
            let Some(request) = provider.sent(&provider.sender(senders), provider.body.clone())
            else {
                continue;
            };
            table.row(what, &provider, &provider.owner(owners), request, has_slip(slip));
        }
    }
    table.holds(80);
}

/// A text that means several things, and what the sender takes it for.
#[test]
fn secrets_of_another_kind() {
    let mut table = Table::default();
    let bytes = hex::decode(HEX).expect("hexadecimal");
    let prefixed = format!("whsec_{BASE64}");
    for provider in all() {
        let declaration = provider.scheme.declaration();
        let key = declaration.secret_encoding.and_then(|key| KeyForm::from_word(&key.value));
        let prefix = declaration.secret_prefix.map(|prefix| prefix.value).unwrap_or_default();
        let rows = match key.unwrap_or(KeyForm::Utf8) {
            KeyForm::Utf8 | KeyForm::Nfkd => vec![
                ("hex, taken as text", bytes.clone(), HEX, form(KeyForm::Hex, false)),
                ("base64, taken as text", bytes.clone(), BASE64, form(KeyForm::Base64, false)),
                ("`whsec_`, taken as text", bytes.clone(), &prefixed, form(KeyForm::Base64, true)),
                ("a prefix that is none", BASE64.into(), &prefixed, form(KeyForm::Utf8, true)),
            ],
            KeyForm::Hex => vec![
                ("text, taken as hex", hex::encode(HEX).into(), HEX, form(KeyForm::Utf8, false)),
                ("base64, taken as hex", HEX.into(), BASE64, form(KeyForm::Base64, false)),
            ],
            KeyForm::Base64 => vec![
                ("text, taken as base64", base64(HEX), HEX, form(KeyForm::Utf8, false)),
                ("hex, taken as base64", BASE64.into(), HEX, form(KeyForm::Hex, false)),
                ("text with a prefix", base64(&prefixed), &prefixed, form(KeyForm::Utf8, false)),
            ],
            KeyForm::Base64IfPrefixed => {
                let senders = format!("{prefix}{BASE64}");
                vec![("no prefix", senders.into(), BASE64, form(KeyForm::Base64, false))]
            }
        };
        for (what, senders, owners, slip) in rows {
            let Some(request) = provider.sent(&provider.sender(senders), provider.body.clone())
            else {
                continue;
            };
            table.row(what, &provider, &provider.owner(owners), request, has_slip(slip));
        }
    }
    table.holds(1);
}

/// Public keys as variables of the environment hold them.
#[test]
fn public_keys_on_one_line() {
    let mut table = Table::default();
    for provider in all().into_iter().filter(|provider| provider.secret != provider.signs_with) {
        let Some(request) = provider.sent(&provider.own(), provider.body.clone()) else { continue };
        let owner = provider.owner(provider.secret.trim().replace('\n', "\\n"));
        let slip = SecretSlip::EscapedLineEnds;
        table.row("a key on one line", &provider, &owner, request, has_slip(slip));
    }
    table.holds(3);
}

/// During a rotation there are several; the one that is wrong is named.
#[test]
fn one_of_several() {
    let provider = find("github");
    let (parts, body) =
        provider.sent(&provider.own(), provider.body.clone()).expect("genuine").into_parts();
    let secrets = [Secret::new("of last year"), Secret::new(format!("{} ", provider.secret))];
    let diagnosis = Explainer::new(provider.scheme, secrets).explain(&parts, body);
    let slip = SecretSlip::Blanks;
    assert_eq!(diagnosis.causes, [Cause::Secret { secret: 1, slip }]);
}

fn base64(text: &str) -> Vec<u8> {
    use base64ct::Encoding as _;
    base64ct::Base64::encode_string(text.as_bytes()).into_bytes()
}
