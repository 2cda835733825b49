//! Finding the values of several JSON pointers in one pass.

use std::borrow::Cow;
use std::ops::Range;

use super::error::{JsonError, Kind};
use super::index::array_index;
use super::reader::{Reader, Token, check_utf8, plain_string};

/// How many containers may be open at once in a document that is searched.
pub const LOCATE_DEPTH: usize = 128;

/// How many pointers one pass can look for.
pub const MAX_POINTERS: usize = 32;

/// Finds where in `body` the values of the `wanted` JSON pointers stand.
///
/// A pointer is given as its segments, already unescaped; no segments at all
/// mean the whole document. `found` receives, at the place of each pointer, the
/// bytes of its value without blanks around them, or `None` where the document
/// has no such value. In an array a segment is an index in its canonical form.
///
/// The whole body is checked against RFC 8259 whatever is wanted of it. Keys
/// are compared after their escapes are decoded. Nothing is allocated.
///
/// ```
/// use webhook_json::{locate, text};
///
/// let body = br#"{"event": "paid", "data": {"ids": [7, 8]}}"#;
/// let mut found = [None, None, None];
/// locate(body, &[&["event"], &["data", "ids", "1"], &["id"]], &mut found)?;
/// let [event, second, id] = found;
/// assert_eq!(event.clone(), Some(10..16));
/// assert_eq!(event.and_then(|at| text(&body[at])).as_deref(), Some("paid"));
/// assert_eq!(second.and_then(|at| text(&body[at])).as_deref(), Some("8"));
/// assert_eq!(id, None);
///
/// // What another reader would understand differently is refused.
/// let twice = br#"{"event": "paid", "event": "refunded"}"#;
/// let error = locate(twice, &[&["event"]], &mut [None]).unwrap_err();
/// assert!(error.is_duplicate());
/// # Ok::<(), webhook_json::JsonError>(())
/// ```
///
/// # Errors
///
/// The body is not UTF-8, not one JSON document, or nested deeper than
/// [`LOCATE_DEPTH`]; an object repeats a key that leads to a wanted value (a
/// repeated key elsewhere, also within a wanted value, is let through); or more
/// than [`MAX_POINTERS`] are wanted, or more than `found` has room for. Nothing
/// is left in `found` then.
pub fn locate(
    body: &[u8],
    wanted: &[&[&str]],
    found: &mut [Option<Range<usize>>],
) -> Result<(), JsonError> {
    locate_around(body, wanted, found, Unread::Nothing, &mut |_, _| None)
}

/// What is decoded later by somebody who reads it as strictly: its inner containers are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Nothing: everything is read here.
    Nothing,
    /// The value of the wanted pointer at this place.
    At(usize),
    /// The whole document.
    All,
}

/// Reads a value where it begins, of which is known what has been found before it, and says how many
/// bytes it has. None, if it has not read the value: then it is passed over.
pub type Take<'t> = dyn FnMut(&[Option<Range<usize>>], usize) -> Option<usize> + 't;

/// [`locate`], except that what stands in `unread` need not be JSON, nor UTF-8, and may be nested as
/// deep as whoever decodes it allows: between its brackets, whatever no pointer leads through is not
/// read. Of a body that is JSON both find the same.
///
/// An object or an array at [`Unread::At`] is shown to `take`, unless a pointer leads through it.
///
/// # Errors
///
/// As [`locate`].
pub fn locate_around(
    body: &[u8],
    wanted: &[&[&str]],
    found: &mut [Option<Range<usize>>],
    unread: Unread,
    take: &mut Take<'_>,
) -> Result<(), JsonError> {
    found.fill(None);
    if wanted.len() > MAX_POINTERS || wanted.len() > found.len() {
        return Err(JsonError::new(Kind::Pointers, 0));
    }
    if unread == Unread::Nothing {
        check_utf8(body, 0)?;
    }
    // A level for each container that a pointer can lead through. Making all that there could be
    // takes longer than reading a small body.
    let deepest = wanted.iter().map(|pointer| pointer.len()).max().unwrap_or_default();
    let searched = if deepest <= FEW_LEVELS {
        search::<FEW_LEVELS>(body, wanted, found, unread, take)
    } else {
        search::<LOCATE_DEPTH>(body, wanted, found, unread, take)
    };
    let searched = searched.and_then(|()| match unread {
        Unread::Nothing | Unread::All => Ok(()),
        Unread::At(index) => {
            let payload = found.get(index).cloned().flatten().unwrap_or_default();
            let (before, rest) = body.split_at_checked(payload.start).unwrap_or_default();
            check_utf8(before, 0)?;
            let behind = rest.get(payload.len()..).unwrap_or_default();
            check_utf8(behind, payload.end)
        }
    });
    if searched.is_err() {
        found.fill(None);
    }
    searched
}

/// Deeper pointers are rare.
const FEW_LEVELS: usize = 4;

/// Not compiled into its caller, whose frame would be that of the deepest search.
#[inline(never)]
fn search<const LEVELS: usize>(
    body: &[u8],
    wanted: &[&[&str]],
    found: &mut [Option<Range<usize>>],
    unread: Unread,
    take: &mut Take<'_>,
) -> Result<(), JsonError> {
    Search::<LEVELS>::new(Reader::of_bytes(body, LOCATE_DEPTH), wanted, found, unread, take).run()
}

/// The text of a located string, number or Boolean; `None` for null, for arrays
/// and objects, and for anything that is not one JSON value.
///
/// A string is decoded, and only one with escapes is copied. A string with a
/// lone surrogate has no text. Numbers keep the sender's digits.
///
/// ```
/// use webhook_json::text;
///
/// assert_eq!(text(br#""caf\u00e9""#).as_deref(), Some("café"));
/// assert_eq!(text(b"10.50").as_deref(), Some("10.50"));
/// assert_eq!(text(b"null"), None);
/// assert_eq!(text(br#""\ud83d""#), None);
/// ```
pub fn text(raw: &[u8]) -> Option<Cow<'_, str>> {
    if let Some(plain) = plain_string(raw) {
        return Some(Cow::Borrowed(plain));
    }
    let mut reader = Reader::new(raw, 0).ok()?;
    let token = reader.next().ok()?;
    let literal = reader.literal();
    if reader.next() != Ok(Token::End) {
        return None;
    }
    let literal = match token {
        Token::String => match reader.quoted().plain() {
            Some(plain) => plain,
            None => return reader.quoted().decode().map(Cow::Owned),
        },
        Token::Number | Token::True | Token::False => literal,
        _ => return None,
    };
    std::str::from_utf8(literal).ok().map(Cow::Borrowed)
}

/// A set of pointers, one bit each.
type Set = u32;

/// An open container that at least one pointer leads through.
#[derive(Clone, Copy, Default)]
struct Level {
    array: bool,
    /// Whether it stands in what is decoded later.
    unread: bool,
    /// The pointers that lead through this container.
    through: Set,
    /// The pointers that name this container itself.
    named: Set,
    /// The pointers that lead to the value of the last key.
    onwards: Set,
    /// The pointers whose key this object already had.
    seen: Set,
    /// How many elements this array already had.
    index: u32,
    /// The next index that a pointer leads through.
    next: Option<u32>,
}

struct Search<'w, 't, const LEVELS: usize> {
    reader: Reader<'w>,
    wanted: &'w [&'w [&'w str]],
    found: &'w mut [Option<Range<usize>>],
    take: &'w mut Take<'t>,
    /// Only the first `depth` are in use. Containers that no pointer leads
    /// through are skipped as a whole and have no level.
    levels: [Level; LEVELS],
    depth: usize,
    /// The pointer whose value is decoded later.
    unread: Set,
    /// Whether the whole document is.
    all_unread: bool,
}

impl<'w, 't, const LEVELS: usize> Search<'w, 't, LEVELS> {
    #[inline]
    fn new(
        reader: Reader<'w>,
        wanted: &'w [&'w [&'w str]],
        found: &'w mut [Option<Range<usize>>],
        unread: Unread,
        take: &'w mut Take<'t>,
    ) -> Self {
        let all_unread = unread == Unread::All;
        let unread = match unread {
            // There are at most as many pointers as bits.
            Unread::At(index) => 1 << index.min(MAX_POINTERS - 1),
            Unread::Nothing | Unread::All => 0,
        };
        let levels = [Level::default(); LEVELS];
        Self { reader, wanted, found, take, levels, depth: 0, unread, all_unread }
    }

    fn run(&mut self) -> Result<(), JsonError> {
        loop {
            match self.reader.next()? {
                Token::Key if self.key()? => self.skip_value()?,
                Token::Key => {}
                Token::ObjectStart => self.container(false)?,
                Token::ArrayStart => self.container(true)?,
                Token::ObjectEnd | Token::ArrayEnd => self.close(),
                Token::String | Token::Number | Token::True | Token::False | Token::Null => {
                    let (named, _) = self.arrive();
                    self.begin(named, self.reader.start());
                    self.finish(named);
                }
                Token::End => return Ok(()),
            }
        }
    }

    /// Tells whether no pointer leads through this key.
    fn key(&mut self) -> Result<bool, JsonError> {
        let key = self.reader.quoted();
        let Some(segment) = self.depth.checked_sub(1) else {
            return Ok(true);
        };
        let Some(level) = self.levels.get_mut(segment) else {
            return Ok(true);
        };
        level.onwards = 0;
        for (bit, pointer) in members(level.through, self.wanted) {
            if pointer.get(segment).is_some_and(|segment| key.is(segment)) {
                level.onwards |= bit;
            }
        }
        if level.seen & level.onwards != 0 {
            return Err(JsonError::new(Kind::Duplicate, self.reader.start()));
        }
        level.seen |= level.onwards;
        Ok(level.onwards == 0)
    }

    /// Goes on behind a value that nobody wants.
    fn skip_value(&mut self) -> Result<(), JsonError> {
        let is_container = matches!(self.reader.next()?, Token::ObjectStart | Token::ArrayStart);
        let level = self.depth.checked_sub(1).and_then(|around| self.levels.get(around));
        match level {
            _ if !is_container => Ok(()),
            Some(level) if level.unread => self.reader.pass_container(),
            _ => self.reader.skip_container(),
        }
    }

    /// A value begins: which pointers name it, and which lead further into it.
    fn arrive(&mut self) -> (Set, Set) {
        let arriving = match self.depth.checked_sub(1) {
            None => every(self.wanted),
            Some(segment) => match self.levels.get_mut(segment) {
                Some(level) if level.array => level.element(segment, self.wanted),
                Some(level) => level.onwards,
                None => 0,
            },
        };
        let mut named = 0;
        for (bit, pointer) in members(arriving, self.wanted) {
            if pointer.len() == self.depth {
                named |= bit;
            }
        }
        (named, arriving & !named)
    }

    fn container(&mut self, array: bool) -> Result<(), JsonError> {
        let (named, through) = self.arrive();
        self.begin(named, self.reader.start());
        let around = self.depth.checked_sub(1).and_then(|around| self.levels.get(around));
        let is_payload = named & self.unread != 0;
        let unread = around.map_or(self.all_unread, |level| level.unread) || is_payload;
        let level = Level { array, unread, through, named, ..Level::default() };
        match self.levels.get_mut(self.depth) {
            Some(free) if through != 0 => {
                *free = level;
                if array {
                    free.next = free.wanted_from(0, self.depth, self.wanted);
                }
                self.depth += 1;
            }
            _ => {
                let taken =
                    if is_payload { (self.take)(self.found, self.reader.start()) } else { None };
                match taken {
                    Some(length) => self.reader.leave_container(length)?,
                    None if unread => self.reader.pass_container()?,
                    None => self.reader.skip_container()?,
                }
                self.finish(named);
            }
        }
        Ok(())
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        let named = self.levels.get(self.depth).map_or(0, |level| level.named);
        self.finish(named);
    }

    fn begin(&mut self, named: Set, start: usize) {
        for index in bits(named) {
            if let Some(place) = self.found.get_mut(index) {
                *place = Some(start..start);
            }
        }
    }

    fn finish(&mut self, named: Set) {
        for index in bits(named) {
            if let Some(Some(range)) = self.found.get_mut(index) {
                range.end = self.reader.end();
            }
        }
    }
}

impl Level {
    /// Counts one element of this array and tells which pointers lead to it.
    fn element(&mut self, segment: usize, wanted: &[&[&str]]) -> Set {
        let index = self.index;
        self.index = index.saturating_add(1);
        if self.next != Some(index) {
            return 0;
        }
        self.next = self.wanted_from(self.index, segment, wanted);
        let mut arriving = 0;
        for (bit, pointer) in members(self.through, wanted) {
            if pointer.get(segment).and_then(|index| array_index(index.as_bytes())) == Some(index) {
                arriving |= bit;
            }
        }
        arriving
    }

    /// The lowest index from `least` on that a pointer leads through. Knowing
    /// it keeps long arrays from being compared element by element.
    fn wanted_from(&self, least: u32, segment: usize, wanted: &[&[&str]]) -> Option<u32> {
        members(self.through, wanted)
            .filter_map(|(_, pointer)| array_index(pointer.get(segment)?.as_bytes()))
            .filter(|&index| index >= least)
            .min()
    }
}

fn every(wanted: &[&[&str]]) -> Set {
    wanted.iter().fold(0, |set, _| (set << 1) | 1)
}

/// The pointers of `set`, each with its own bit.
fn members<'w>(
    set: Set,
    wanted: &'w [&'w [&'w str]],
) -> impl Iterator<Item = (Set, &'w [&'w str])> {
    bits(set).filter_map(|index| Some((1 << index, *wanted.get(index)?)))
}

fn bits(set: Set) -> impl Iterator<Item = usize> {
    let mut left = set;
    std::iter::from_fn(move || {
        let index = left.trailing_zeros();
        left = left.checked_sub(1)? & left;
        Some(index as usize)
    })
}

#[cfg(test)]
mod tests;
