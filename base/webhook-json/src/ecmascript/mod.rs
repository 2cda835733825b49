//! The form that `JSON.stringify(JSON.parse(body))` gives a body.

mod order;

use self::order::Order;
use super::number::Numbers;
use super::reader::{Reader, Token};
use super::string::Quoted;

/// How many containers may be open at once in a document whose ECMAScript form
/// is asked for.
///
/// Engines go deeper, some to the end of their stack; senders do not.
pub const ECMASCRIPT_DEPTH: usize = 1_000;

/// How long a document may be whose ECMAScript form is asked for: 256 KiB.
///
/// Writing the form costs more than hashing the body, and it is written for whoever sends a
/// signature that does not match.
pub const ECMASCRIPT_LIMIT: usize = 256 * 1024;

/// How many members may be open at once, and how many may have to be moved in the whole document.
const MAX_MEMBERS: usize = 4_096;

/// The UTF-8 bytes of `JSON.stringify(JSON.parse(body))`.
///
/// Some senders sign this form of a payload and then send another one, with
/// blanks or with other escapes. The form is exact: array-index keys first and
/// in ascending order, other keys in the order in which they first appear, the
/// last value of a repeated key, numbers as the nearest double in ECMAScript's
/// notation (`null` where that is infinite), and escapes only where ECMAScript
/// writes them, which includes surrogates without their other half.
///
/// `None` where `JSON.parse` would throw, where the body is not UTF-8, and where
/// it is more than a stranger may ask for: longer than [`ECMASCRIPT_LIMIT`],
/// nested deeper than [`ECMASCRIPT_DEPTH`], with objects of more than 4,096 members,
/// as many members that stand out of order or twice, as many numbers with an exponent or with
/// more than fifteen digits, or more than sixteen numbers of more than nineteen digits
/// that are hard to round.
///
/// Time grows with the length of the body, whatever the body holds. Memory is the
/// form, once more where members are moved, and a few hundred kilobytes at most.
///
/// ```
/// use webhook_json::ecmascript;
///
/// let body = br#"{ "b": 1.50, "1": "\u00e9\/", "b": 1e21 }"#;
/// assert_eq!(ecmascript(body).as_deref(), Some(r#"{"1":"é/","b":1e+21}"#.as_bytes()));
///
/// // JSON.parse throws.
/// assert_eq!(ecmascript(b"{'b': 1}"), None);
/// ```
pub fn ecmascript(body: &[u8]) -> Option<Vec<u8>> {
    if body.len() > ECMASCRIPT_LIMIT {
        return None;
    }
    let mut reader = Reader::new(body, ECMASCRIPT_DEPTH).ok()?;
    let mut numbers = Numbers::default();
    let mut form = Form { flat: Vec::with_capacity(body.len()), ..Form::default() };
    loop {
        match reader.next().ok()? {
            Token::Key => form.key(reader.quoted())?,
            Token::ObjectStart => form.open(b'{'),
            Token::ArrayStart => form.open(b'['),
            Token::ObjectEnd => form.close_object()?,
            Token::ArrayEnd => form.close_array(),
            Token::String => {
                form.comma();
                reader.quoted().stringify(&mut form.flat);
            }
            Token::Number => {
                form.comma();
                numbers.stringify(reader.literal(), &mut form.flat)?;
            }
            Token::True => form.word(b"true"),
            Token::False => form.word(b"false"),
            Token::Null => form.word(b"null"),
            Token::End => return Some(form.finish()),
        }
    }
}

/// The form of what has been read so far, with its members still in the order
/// of the body.
///
/// Members are moved only once, at the end: moving them whenever an object
/// closes would copy a deeply nested body again at each of its levels.
#[derive(Debug, Default)]
struct Form {
    flat: Vec<u8>,
    /// Members of the objects that are still open, those of inner ones last.
    members: Vec<Member>,
    /// For each open container, how many of `members` stand before its own.
    open: Vec<usize>,
    order: Order,
}

/// One `"key":value` within [`Form::flat`].
#[derive(Clone, Copy, Debug)]
struct Member {
    start: usize,
    colon: usize,
    end: usize,
}

impl Form {
    /// Separates what follows from the element or member in front of it.
    fn comma(&mut self) {
        if !matches!(self.flat.last(), None | Some(b'{' | b'[' | b':')) {
            self.flat.push(b',');
        }
    }

    fn word(&mut self, word: &[u8]) {
        self.comma();
        self.flat.extend_from_slice(word);
    }

    fn key(&mut self, key: Quoted<'_>) -> Option<()> {
        if self.members.len() >= MAX_MEMBERS {
            return None;
        }
        self.end_member();
        self.comma();
        let start = self.flat.len();
        key.stringify(&mut self.flat);
        let colon = self.flat.len();
        self.flat.push(b':');
        self.members.push(Member { start, colon, end: colon });
        Some(())
    }

    fn open(&mut self, bracket: u8) {
        self.comma();
        self.flat.push(bracket);
        self.open.push(self.members.len());
    }

    fn close_array(&mut self) {
        self.open.pop();
        self.flat.push(b']');
    }

    fn close_object(&mut self) -> Option<()> {
        let first = self.open.last().copied().unwrap_or_default();
        self.end_member();
        let members = self.members.get(first..).unwrap_or_default();
        self.order.object(&self.flat, members)?;
        self.members.truncate(first);
        self.open.pop();
        self.flat.push(b'}');
        Some(())
    }

    /// Ends the last member of the innermost container, if it has any.
    fn end_member(&mut self) {
        let first = self.open.last().copied().unwrap_or_default();
        if let Some(member) = self.members.get_mut(first..).and_then(<[Member]>::last_mut) {
            member.end = self.flat.len();
        }
    }

    fn finish(self) -> Vec<u8> {
        drop(self.members);
        self.order.apply(self.flat)
    }
}
