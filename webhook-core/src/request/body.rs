//! The body as it arrives.

use bytes::{Bytes, BytesMut};

/// Collects a body: one chunk is kept as it is, several are copied into one buffer.
///
/// Memory follows what has arrived, never what a header claims.
#[derive(Debug)]
pub(crate) enum Body {
    One(Bytes),
    Joined(BytesMut),
}

impl Body {
    pub(crate) fn push(&mut self, chunk: Bytes) {
        match self {
            Self::One(first) if first.is_empty() => *first = chunk,
            Self::One(first) => {
                let mut joined = BytesMut::from(&**first);
                joined.extend_from_slice(&chunk);
                *self = Self::Joined(joined);
            }
            Self::Joined(joined) => joined.extend_from_slice(&chunk),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.joined().len()
    }

    /// What has come.
    pub(crate) fn joined(&self) -> &[u8] {
        match self {
            Self::One(first) => first,
            Self::Joined(joined) => joined,
        }
    }

    pub(crate) fn into_bytes(self) -> Bytes {
        match self {
            Self::One(first) => first,
            Self::Joined(joined) => joined.freeze(),
        }
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::One(Bytes::new())
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
