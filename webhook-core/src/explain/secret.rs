//! Secrets that are the right ones, and not handed over as the sender has them.

use super::{
    Cause, SecretSlip,
    trial::{Attempt, Trials},
};
use crate::{
    grammar::KeyForm,
    keys::{Secret, Secrets},
};

/// What looks like nothing and is something: blanks, byte order marks, zeros.
const INVISIBLE: [char; 5] = ['\u{0}', '\u{a0}', '\u{200b}', '\u{2060}', '\u{feff}'];

const QUOTES: [(&str, &str); 5] = [("\"", "\""), ("'", "'"), ("`", "`"), ("“", "”"), ("‘", "’")];

/// Tries each secret with a line end: whether one was found. Some senders put the secret itself
/// into the body, so that a line end there looks the same, and is likelier.
pub(super) fn try_line_ends(trials: &mut Trials, as_it_is: &Attempt) -> bool {
    as_it_is.secrets.iter().enumerate().any(|(index, secret)| {
        ["\n", "\r\n"].into_iter().any(|end| {
            let secret = Secret::new([secret.expose(), end.as_bytes()].concat());
            let cause = Cause::Secret { secret: index, slip: SecretSlip::NoLineEnd };
            let attempt = Attempt { secrets: secret.into(), ..as_it_is.clone() };
            trials.try_out(Some(cause), attempt)
        })
    })
}

/// Tries each secret in each form: whether one was found.
pub(super) fn try_all(trials: &mut Trials, as_it_is: &Attempt) -> bool {
    as_it_is.secrets.iter().enumerate().any(|(index, secret)| {
        let found = |slip| Cause::Secret { secret: index, slip };
        let alone = |secret: Secret| Attempt { secrets: Secrets::from(secret), ..as_it_is.clone() };
        let text = secret.expose();
        slips(text)
            .into_iter()
            .any(|(slip, secret)| trials.try_out(Some(found(slip)), alone(secret)))
            || forms(as_it_is, text).any(|(slip, sender, text)| {
                // Behind the prefix that is taken off, it is for this way to sign and no other.
                let prefix = as_it_is.own.secret_prefix.as_bytes();
                let mut attempt = alone(Secret::new([prefix, text].concat()));
                attempt.own.secret_encoding = sender;
                trials.try_out(Some(found(slip)), attempt)
            })
    })
}

/// The secret without what it has too much.
fn slips(text: &[u8]) -> Vec<(SecretSlip, Secret)> {
    let mut slips = Vec::new();
    let bare = trimmed(text);
    if bare != text {
        slips.push((SecretSlip::Blanks, Secret::new(bare)));
    }
    for (open, close) in QUOTES {
        let inner =
            bare.strip_prefix(open.as_bytes()).and_then(|rest| rest.strip_suffix(close.as_bytes()));
        if let Some(inner) = inner {
            slips.push((SecretSlip::Quotes, Secret::new(inner)));
            slips.push((SecretSlip::Quotes, Secret::new(trimmed(inner))));
        }
    }
    if let Some(unescaped) = unescaped(text) {
        slips.push((SecretSlip::EscapedLineEnds, unescaped));
    }
    slips
}

/// The secret as another sort of text.
fn forms<'t>(
    as_it_is: &Attempt,
    text: &'t [u8],
) -> impl Iterator<Item = (SecretSlip, KeyForm, &'t [u8])> + use<'t> {
    let declared = as_it_is.own;
    let is_text = !declared.algorithm.has_public_key();
    let stripped = text.strip_prefix(declared.secret_prefix.as_bytes()).unwrap_or(text);
    let after = text.iter().position(|byte| b"_ ".contains(byte));
    let after = after.and_then(|at| text.get(at.saturating_add(1)..));
    let readings = [Some((text, false)), after.map(|after| (after, true))];
    let senders = [KeyForm::Utf8, KeyForm::Hex, KeyForm::Base64];
    readings
        .into_iter()
        .flatten()
        .flat_map(move |(text, without_prefix)| {
            senders.map(|sender| (SecretSlip::Form { sender, without_prefix }, sender, text))
        })
        // As declared is no other form.
        .filter(move |(_, sender, text)| {
            is_text && !(*sender == declared.secret_encoding && *text == stripped)
        })
}

fn trimmed(text: &[u8]) -> &[u8] {
    match std::str::from_utf8(text) {
        Ok(text) => {
            text.trim_matches(|c: char| c.is_whitespace() || INVISIBLE.contains(&c)).as_bytes()
        }
        Err(_) => text.trim_ascii(),
    }
}

/// With line ends where there are escapes of them, as `.env` files and panels make them.
fn unescaped(text: &[u8]) -> Option<Secret> {
    let text = std::str::from_utf8(text).ok()?;
    let pieces = text.split("\\n").map(|line| line.strip_suffix("\\r").unwrap_or(line));
    text.contains("\\n").then(|| Secret::new(pieces.collect::<Vec<_>>().join("\n")))
}
