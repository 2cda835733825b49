//! The body as it arrives.

use bytes::{Bytes, BytesMut};

/// Collects a body: one chunk is kept as it is, several are copied into one buffer.
///
/// Memory follows what has arrived, never what a header claims.
#[derive(Debug, Default)]
pub(crate) struct Body {
    first: Bytes,
    joined: BytesMut,
}

impl Body {
    pub(crate) fn push(&mut self, chunk: Bytes) {
        if self.joined.is_empty() {
            if self.first.is_empty() {
                self.first = chunk;
                return;
            }
            self.joined.extend_from_slice(&std::mem::take(&mut self.first));
        }
        self.joined.extend_from_slice(&chunk);
    }

    pub(crate) fn len(&self) -> usize {
        self.first.len() + self.joined.len()
    }

    pub(crate) fn into_bytes(self) -> Bytes {
        if self.joined.is_empty() { self.first } else { self.joined.freeze() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Bytes};

    #[test]
    fn chunks_are_joined_in_order() {
        let mut body = Body::default();
        for chunk in ["", "a", "", "bc", "d"] {
            body.push(Bytes::from_static(chunk.as_bytes()));
        }
        assert_eq!(body.len(), 4);
        assert_eq!(&body.into_bytes()[..], b"abcd");
    }

    #[test]
    fn one_chunk_is_not_copied() {
        let chunk = Bytes::from(vec![7; 100]);
        let at = chunk.as_ptr();
        let mut body = Body::default();
        body.push(chunk);
        assert_eq!(body.into_bytes().as_ptr(), at);
    }
}
