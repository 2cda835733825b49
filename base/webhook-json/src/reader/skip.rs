//! Finding the end of a container without reading what stands in it.
//!
//! Sixty-four bytes at a time: where quotes are, where brackets open and close, a mark a byte. A
//! multiplication counts the quotes up to each of eight bytes, whose parity says what stands
//! between them. No branch depends on where a string ends, which is what reading token by token
//! spends its time on. The loops over a block are plain; the compiler makes vector instructions of
//! them.

const BLOCK: usize = 64;

/// A one for each byte of a block that is meant.
type Marks = [[u8; 8]; BLOCK / 8];

/// A one in each of eight bytes. To multiply by it sums up the bytes below each.
const ONES: u64 = u64::MAX / 255;

/// How many bytes there are to the end of the container that `bytes` is the inside of, its bracket
/// included; none where it does not end.
///
/// Brackets are counted and not matched: `[}` passes. Whoever decodes the value sees it.
pub(super) fn to_end(bytes: &[u8]) -> Option<usize> {
    let mut open = 1;
    // All ones where what comes next stands outside of strings, zero where within one.
    let mut outside = u64::MAX;
    // Whether what comes next is a character that is escaped.
    let mut escaped = false;
    let mut marks = Marked::default();
    let mut at = 0;
    let mut rest = bytes;
    while !rest.is_empty() {
        // A copy, which the compiler knows to be apart from the marks.
        let block = if let Some((block, behind)) = rest.split_first_chunk::<BLOCK>() {
            rest = behind;
            *block
        } else {
            let mut last = [b' '; BLOCK];
            if let Some(last) = last.get_mut(..rest.len()) {
                last.copy_from_slice(std::mem::take(&mut rest));
            }
            last
        };
        mark(&block, &mut marks.quotes, |byte| byte == b'"');
        // `[` and `{`, `]` and `}` differ in one bit.
        mark(&block, &mut marks.opening, |byte| byte | 0x20 == b'{');
        mark(&block, &mut marks.closing, |byte| byte | 0x20 == b'}');
        let backslashes = block.iter().fold(0, |any, byte| any | u8::from(*byte == b'\\'));
        if backslashes != 0 || escaped {
            escaped = unescape(&block, &mut marks.quotes, escaped);
        }
        let before = outside;
        let (mut opened, mut closed) = (0, 0);
        for (quotes, opening, closing) in marks.eights() {
            let (here, behind) = outside_of(quotes, outside);
            opened += opening & here;
            closed += closing & here;
            outside = behind;
        }
        let (opened, closed) = (sum(opened), sum(closed));
        if closed < open {
            open = open + opened - closed;
        } else {
            match marks.follow(before, open) {
                Followed::Open(now) => open = now,
                Followed::End(length) => return Some(at + length),
            }
        }
        at += BLOCK;
    }
    None
}

/// What stands where in a block.
#[derive(Default)]
struct Marked {
    quotes: Marks,
    opening: Marks,
    closing: Marks,
}

/// What following a block's brackets one by one has come to.
enum Followed {
    /// So many containers are open.
    Open(usize),
    /// The container ends behind so many bytes.
    End(usize),
}

impl Marked {
    /// Eight bytes at a time: quotes, opening and closing brackets.
    #[inline]
    fn eights(&self) -> impl Iterator<Item = (u64, u64, u64)> {
        let all = self.quotes.iter().zip(&self.opening).zip(&self.closing);
        all.map(|((quotes, opening), closing)| {
            let [quotes, opening, closing] =
                [quotes, opening, closing].map(|marks| u64::from_le_bytes(*marks));
            (quotes, opening, closing)
        })
    }

    /// Bracket by bracket, where the container may end.
    #[inline(never)]
    fn follow(&self, mut outside: u64, mut open: usize) -> Followed {
        for (index, (quotes, opening, closing)) in self.eights().enumerate() {
            let (here, behind) = outside_of(quotes, outside);
            outside = behind;
            let (mut opening, mut closing) = (opening & here, closing & here);
            while opening | closing != 0 {
                if opening.trailing_zeros() < closing.trailing_zeros() {
                    opening &= opening - 1;
                    open += 1;
                } else {
                    open -= 1;
                    if open == 0 {
                        let before = closing.trailing_zeros() as usize / 8;
                        return Followed::End(index * 8 + before + 1);
                    }
                    closing &= closing - 1;
                }
            }
        }
        Followed::Open(open)
    }
}

/// Which of eight bytes stand outside of strings, by the lowest bit of each, and whether what comes
/// behind them does.
#[inline]
fn outside_of(quotes: u64, outside: u64) -> (u64, u64) {
    let up_to = quotes.wrapping_mul(ONES);
    // All ones where the number of quotes is odd.
    let odd = (up_to >> 56 & 1).wrapping_neg();
    (up_to ^ outside, outside ^ odd)
}

/// Takes away the marks of quotes behind a backslash that is not escaped itself. Most blocks have
/// none. Tells whether what comes behind the block is escaped.
#[inline(never)]
fn unescape(block: &[u8; BLOCK], quotes: &mut Marks, mut escaped: bool) -> bool {
    for (bytes, quotes) in block.chunks_exact(8).zip(quotes) {
        if !escaped && !bytes.contains(&b'\\') {
            continue;
        }
        for (byte, quote) in bytes.iter().zip(quotes) {
            if escaped {
                *quote = 0;
            }
            escaped = *byte == b'\\' && !escaped;
        }
    }
    escaped
}

#[inline]
fn mark(block: &[u8; BLOCK], marks: &mut Marks, is_meant: impl Fn(u8) -> bool) {
    for (mark, byte) in marks.as_flattened_mut().iter_mut().zip(block) {
        *mark = u8::from(is_meant(*byte));
    }
}

/// Of eight bytes that are together no more than a block has.
fn sum(bytes: u64) -> usize {
    (bytes.wrapping_mul(ONES) >> 56) as usize
}
