//! Just enough DER to find a key in the documents that keys are published in.
//!
//! Written here because the three kinds of keys would otherwise bring two versions of a general
//! parser along. Lengths are definite, minimal and bounded by what there is; nothing recurses.

pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OBJECT_ID: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
/// The version of a certificate.
pub(super) const CONTEXT_0: u8 = 0xa0;

/// What is still to be read of a document or of one of its values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Der<'a>(&'a [u8]);

impl<'a> Der<'a> {
    pub(super) fn new(document: &'a [u8]) -> Self {
        Self(document)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The tag of the next value.
    pub(super) fn tag(self) -> Option<u8> {
        self.0.first().copied()
    }

    /// The content of the next value, which has to be of this kind.
    pub(super) fn read(&mut self, tag: u8) -> Option<&'a [u8]> {
        let (&[found, short], rest) = self.0.split_first_chunk::<2>()?;
        if found != tag {
            return None;
        }
        let (len, rest) = match short {
            0..=0x7f => (usize::from(short), rest),
            0x81 => {
                let (&[len], rest) = rest.split_first_chunk::<1>()?;
                (usize::from(len), rest)
            }
            0x82 => {
                let (&len, rest) = rest.split_first_chunk::<2>()?;
                (usize::from(u16::from_be_bytes(len)), rest)
            }
            _ => return None,
        };
        // The shortest form of a length is the only one.
        let minimal = match short {
            0x81 => len > 0x7f,
            0x82 => len > 0xff,
            _ => true,
        };
        let (content, rest) = rest.split_at_checked(len)?;
        self.0 = rest;
        minimal.then_some(content)
    }

    /// A sequence's values.
    pub(super) fn sequence(&mut self) -> Option<Self> {
        self.read(SEQUENCE).map(Self)
    }

    /// A positive integer without its leading zero.
    pub(super) fn positive(&mut self) -> Option<&'a [u8]> {
        match self.read(INTEGER)? {
            [0, rest @ ..] if rest.first().is_some_and(|first| *first >= 0x80) => Some(rest),
            all @ [1..=0x7f, ..] => Some(all),
            _ => None,
        }
    }

    /// The bytes of a string of whole bytes.
    pub(super) fn bits(&mut self) -> Option<&'a [u8]> {
        match self.read(BIT_STRING)? {
            [0, bytes @ ..] => Some(bytes),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Der, INTEGER};

    #[test]
    fn only_the_shortest_lengths_are_read() {
        let read = |bytes: &[u8]| Der::new(bytes).read(INTEGER).map(<[u8]>::len);
        assert_eq!(read(&[2, 1, 5]), Some(1));
        assert_eq!(read(&[2, 0]), Some(0));
        assert_eq!(read(&[2, 0x81, 1, 5]), None);
        assert_eq!(read(&[2, 0x82, 0, 1, 5]), None);
        assert_eq!(read(&[2, 0x80, 5, 0, 0]), None);
        assert_eq!(read(&[2, 0x84, 0xff, 0xff, 0xff, 0xff]), None);
        for cut in [&[][..], &[2], &[2, 2, 5], &[2, 0x81], &[2, 0x82, 1], &[2, 0x81, 0xff, 0]] {
            assert_eq!(read(cut), None, "{cut:?}");
        }
        let long = [&[2, 0x82, 1, 0][..], &[7; 256]].concat();
        assert_eq!(read(&long), Some(256));
    }

    #[test]
    fn integers_are_positive_and_minimal() {
        let read = |bytes: &[u8]| Der::new(bytes).positive().map(<[u8]>::to_vec);
        assert_eq!(read(&[2, 1, 5]), Some(vec![5]));
        assert_eq!(read(&[2, 2, 0, 0x80]), Some(vec![0x80]));
        for refused in [&[2, 0][..], &[2, 1, 0], &[2, 2, 0, 5], &[2, 1, 0x80]] {
            assert_eq!(read(refused), None, "{refused:?}");
        }
    }
}
