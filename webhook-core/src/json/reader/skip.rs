//! Finding the end of a container without reading what stands in it.
//!
//! Sixty-four bytes at a time become bit masks, one bit a byte: where quotes are, what stands
//! between them, where brackets open and close. No branch depends on where a string ends, which is
//! what reading token by token spends its time on. The loops over a block are plain; the compiler
//! makes vector instructions of them.

const BLOCK: usize = 64;

/// How many bytes there are to the end of the container that `bytes` is the inside of, its bracket
/// included; none where it does not end, or where more than `bound` containers would be open, it
/// being one of them.
///
/// Brackets are counted and not matched: `[}` passes. Whoever decodes the value sees it.
pub(super) fn to_end(bytes: &[u8], bound: usize) -> Option<usize> {
    let mut open = 1;
    let mut strings = Strings::default();
    let mut at = 0;
    let mut rest = bytes;
    while !rest.is_empty() {
        let mut last = [b' '; BLOCK];
        let block = if let Some((block, behind)) = rest.split_first_chunk::<BLOCK>() {
            rest = behind;
            block
        } else {
            last.iter_mut().zip(std::mem::take(&mut rest)).for_each(|(to, from)| *to = *from);
            &last
        };
        let inside = strings.inside(block);
        // `[` and `{`, `]` and `}` differ in one bit.
        let mut opening = mask(block, |byte| byte | 0x20 == b'{') & !inside;
        let mut closing = mask(block, |byte| byte | 0x20 == b'}') & !inside;
        let (opened, closed) = (count(opening), count(closing));
        if closed < open && open + opened <= bound {
            open = open + opened - closed;
        } else {
            while opening | closing != 0 {
                if opening.trailing_zeros() < closing.trailing_zeros() {
                    opening &= opening - 1;
                    open += 1;
                    if open > bound {
                        return None;
                    }
                } else {
                    open -= 1;
                    if open == 0 {
                        return Some(at + closing.trailing_zeros() as usize + 1);
                    }
                    closing &= closing - 1;
                }
            }
        }
        at += BLOCK;
    }
    None
}

/// Where strings are, from block to block.
#[derive(Default)]
struct Strings {
    /// All ones if the next block begins within a string.
    open: u64,
    /// One if the next block begins with a character that is escaped.
    escaped: u64,
}

impl Strings {
    /// The bytes within strings, the quotes before them included and those behind them not.
    #[inline]
    fn inside(&mut self, block: &[u8; BLOCK]) -> u64 {
        let backslashes = mask(block, |byte| byte == b'\\');
        let escaped = match backslashes {
            0 => std::mem::take(&mut self.escaped),
            _ => self.escaped(backslashes),
        };
        let quotes = mask(block, |byte| byte == b'"') & !escaped;
        // Each bit becomes the parity of the quotes up to it.
        let mut inside = quotes;
        for shift in [1, 2, 4, 8, 16, 32] {
            inside ^= inside << shift;
        }
        inside ^= self.open;
        self.open = 0_u64.wrapping_sub(inside >> 63);
        inside
    }

    /// The characters behind a backslash that is not escaped itself. There are few.
    fn escaped(&mut self, mut backslashes: u64) -> u64 {
        let mut escaped = std::mem::take(&mut self.escaped);
        backslashes &= !escaped;
        while backslashes != 0 {
            let backslash = backslashes & backslashes.wrapping_neg();
            backslashes &= !backslash;
            let behind = backslash << 1;
            self.escaped = u64::from(behind == 0);
            escaped |= behind;
            backslashes &= !behind;
        }
        escaped
    }
}

/// One bit for each byte of the block that is meant.
#[inline]
fn mask(block: &[u8; BLOCK], is_meant: impl Fn(u8) -> bool) -> u64 {
    let mut marks = [0_u8; BLOCK];
    for (mark, byte) in marks.iter_mut().zip(block) {
        *mark = if is_meant(*byte) { 0x80 } else { 0 };
    }
    let mut mask = 0;
    let mut rest = &marks[..];
    while let Some((before, eight)) = rest.split_last_chunk::<8>() {
        // The highest bit of each byte, gathered in the highest byte of the product.
        let bits = (u64::from_le_bytes(*eight) >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        mask = mask << 8 | bits;
        rest = before;
    }
    mask
}

fn count(mask: u64) -> usize {
    mask.count_ones() as usize
}
