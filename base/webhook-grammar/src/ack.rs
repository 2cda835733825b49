//! What acknowledges a delivery: a status, and for some senders a text or a header with it.

use super::{
    check::{Check, header_name},
    problem::Spanned,
    template::{Part, Use, parse_template},
};

/// A status, a text and headers.
type Acknowledgement = (Option<u16>, Vec<Part>, Vec<(String, Vec<Part>)>);

impl<S: Copy> Check<'_, S> {
    pub(super) fn ack(&mut self) -> Acknowledgement {
        let keys = self.keys;
        let status = keys.ack.as_ref().and_then(|ack| self.ack_status(ack));
        let text = |text: &str| parse_template(text, Use::Acknowledgement);
        let body = keys.ack_body.as_ref().and_then(|body| self.read(body, text));
        let header = |text: &str| answer_header(text, Use::Acknowledgement, None);
        let headers = keys.ack_header.iter().filter_map(|text| self.read(text, header)).collect();
        (status, body.unwrap_or_default(), headers)
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
            format!("`{}` acknowledges nothing: `ack` is a status from 200 to 299", ack.value),
        );
        None
    }
}

/// A header of an answer: its name and what stands there, or its name alone where that says enough.
pub(super) fn answer_header(
    text: &str,
    usage: Use,
    usual: Option<&str>,
) -> Result<(String, Vec<Part>), String> {
    let (name, value) = match (text.split_once('='), usual) {
        (Some(both), _) => both,
        (None, Some(usual)) => (text, usual),
        (None, None) => {
            return Err(format!(
                "`{text}` does not say what stands there: write it as in `x-client-id={{header:x-client-id}}`"
            ));
        }
    };
    let value = parse_template(value, usage)?;
    let is_plain = |part: &Part| match part {
        Part::Text(text) => text.bytes().all(|byte| matches!(byte, b' '..=b'~')),
        _ => true,
    };
    if !value.iter().all(is_plain) {
        return Err(format!("`{text}` cannot stand in a header: write visible ASCII and blanks"));
    }
    Ok((header_name(name)?, value))
}
