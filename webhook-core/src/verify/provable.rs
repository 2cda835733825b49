//! Texts that a handshake may have signed by whoever asks: no delivery is one of them.

/// How long a text may be that is answered under the signing key.
const MAX_PROVABLE: usize = 256;

/// A text, piece by piece, and whether it is of those that are answered under the signing key: it can
/// be no JSON object, no form of two fields, no text with a separator.
#[derive(Debug, Default)]
pub(super) struct Provable {
    len: usize,
    has_other: bool,
}

impl Provable {
    pub(super) fn push(&mut self, piece: &[u8]) {
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        self.len = self.len.saturating_add(piece.len());
        self.has_other = self.has_other || !piece.iter().all(plain);
    }

    pub(super) fn is_provable(&self) -> bool {
        !self.has_other && self.len <= MAX_PROVABLE
    }
}

/// Whether a text is of those.
pub(crate) fn is_provable(text: &[u8]) -> bool {
    let mut provable = Provable::default();
    provable.push(text);
    provable.is_provable()
}
