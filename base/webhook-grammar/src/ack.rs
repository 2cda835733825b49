//! What acknowledges a delivery: a status, and for some senders a text or a header with it.

use super::{
    check::{Check, header_name},
    problem::Spanned,
    store::{Owned, Store},
    template::{Part, Use, parse_template, write_template},
};

impl<S: Copy> Check<'_, S> {
    /// Reads the status and the text.
    pub(super) fn ack(&mut self) -> (Option<u16>, Vec<Part<Owned>>) {
        let keys = self.keys;
        let status = keys.ack.as_ref().and_then(|ack| self.ack_status(ack));
        let text = |text: &str| parse_template(text, Use::Acknowledgement);
        let body = keys.ack_body.as_ref().and_then(|body| self.read(body, text));
        (status, body.unwrap_or_default())
    }

    pub(super) fn check_ack(&mut self, status: Option<u16>) {
        if let (Some(body), None | Some(204 | 205)) = (&self.keys.ack_body, status) {
            self.problem(
                body.span,
                "the text goes with one status, which may have a body: add `ack = 200`",
            );
        }
    }

    fn ack_status(&mut self, ack: &Spanned<S, u64>) -> Option<u16> {
        if let Ok(status @ 200..=299) = u16::try_from(ack.value) {
            return Some(status);
        }
        self.problem(
            ack.span,
            format!(
                "`{}` is not a success status: `ack` is a status code from 200 to 299",
                ack.value
            ),
        );
        None
    }
}

/// A header of an answer: its name and what stands there, or its name alone where that says enough.
pub(super) fn answer_header(
    text: &str,
    usage: Use,
    usual: Option<&str>,
) -> Result<(String, Vec<Part<Owned>>), String> {
    let (name, value) = match (text.split_once('='), usual) {
        (Some(both), _) => both,
        (None, Some(usual)) => (text, usual),
        (None, None) => {
            return Err(format!(
                "`{text}` has no value: write it as in `x-client-id={{header:x-client-id}}`"
            ));
        }
    };
    let value = parse_template(value, usage)?;
    let is_plain = |part: &Part<Owned>| match part {
        Part::Text(text) => text.bytes().all(|byte| matches!(byte, b' '..=b'~')),
        _ => true,
    };
    if !value.iter().all(is_plain) {
        return Err(format!("`{text}` cannot stand in a header: write visible ASCII and spaces"));
    }
    Ok((header_name(name)?, value))
}

/// The text that [`answer_header`] reads as this header.
pub(super) fn write_header<O: Store>((name, value): &(O::Text, O::List<Part<O>>)) -> String {
    format!("{}={}", &**name, write_template(value))
}
