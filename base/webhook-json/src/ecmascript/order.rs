//! The order in which ECMAScript enumerates the members of an object.

use super::{MAX_MEMBERS, Member};
use crate::index::array_index;

/// The objects whose members must move or go, and what becomes of them.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// How many comparisons of keys have been paid for.
    compared: usize,
    objects: Vec<Object>,
    /// The members that stay of all these objects, in their new order.
    spans: Vec<Span>,
    /// The members of the object at hand, sorted by key; kept for its memory.
    sorted: Vec<usize>,
}

/// How many comparisons sorting the keys of a whole document may take, about.
const MAX_COMPARED: usize = 16 * MAX_MEMBERS;

/// An object of the flat form.
#[derive(Clone, Copy, Debug)]
struct Object {
    /// Where its opening brace stands.
    start: usize,
    /// Where its closing brace stands.
    end: usize,
    /// Its part of [`Order::spans`].
    first: usize,
    behind: usize,
}

/// A part of the flat form.
#[derive(Clone, Copy, Debug)]
struct Span {
    start: usize,
    end: usize,
}

/// Where a member belongs. Array indices come first and in their own order;
/// other keys where they first appeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Index(u32),
    Appearance(usize),
}

/// What is still to be written.
enum Task {
    Copy(Span),
    /// Members, as a part of [`Order::spans`].
    Members(usize, usize),
}

impl Order {
    /// Notes how the members of an object, the last to close in `flat`, are to
    /// be arranged. `None` where the document's members cost too much.
    pub(super) fn object(&mut self, flat: &[u8], members: &[Member]) -> Option<()> {
        let (Some(head), Some(tail)) = (members.first(), members.last()) else {
            return Some(());
        };
        let doublings = members.len().checked_ilog2().unwrap_or_default() as usize;
        self.compared = self.compared.saturating_add(members.len().saturating_mul(doublings));
        if self.compared > MAX_COMPARED {
            return None;
        }
        let ranks_ascend = ranks(flat, members).is_sorted_by(|left, right| left < right);
        self.sort(flat, members);
        if ranks_ascend && !self.repeats(flat, members) {
            return Some(());
        }
        let first = self.spans.len();
        self.arrange(flat, members);
        let behind = self.spans.len();
        let brace = head.start.saturating_sub(1);
        self.objects.push(Object { start: brace, end: tail.end, first, behind });
        (behind <= MAX_MEMBERS).then_some(())
    }

    /// The flat form with every object arranged as noted.
    pub(super) fn apply(mut self, flat: Vec<u8>) -> Vec<u8> {
        if self.objects.is_empty() {
            return flat;
        }
        self.objects.sort_unstable_by_key(|object| object.start);
        let mut out = Vec::with_capacity(flat.len());
        let mut tasks = vec![Task::Copy(Span { start: 0, end: flat.len() })];
        while let Some(task) = tasks.pop() {
            match task {
                Task::Copy(span) => match self.first_within(span) {
                    Some(object) => {
                        out.extend_from_slice(part(&flat, span.start, object.start));
                        out.push(b'{');
                        tasks.push(Task::Copy(Span { start: object.end, end: span.end }));
                        tasks.push(Task::Members(object.first, object.behind));
                    }
                    None => out.extend_from_slice(part(&flat, span.start, span.end)),
                },
                Task::Members(first, behind) if first < behind => {
                    if out.last() != Some(&b'{') {
                        out.push(b',');
                    }
                    tasks.push(Task::Members(first + 1, behind));
                    tasks.extend(self.spans.get(first).copied().map(Task::Copy));
                }
                Task::Members(..) => {}
            }
        }
        out
    }

    fn first_within(&self, span: Span) -> Option<Object> {
        let index = self.objects.partition_point(|object| object.start < span.start);
        self.objects.get(index).copied().filter(|object| object.start < span.end)
    }

    /// Whether two of the sorted members have the same key.
    fn repeats(&self, flat: &[u8], members: &[Member]) -> bool {
        let mut keys = self.sorted.iter().map(|&member| key(flat, members, member));
        let mut last = keys.next();
        keys.any(|key| last.replace(key) == Some(key))
    }

    /// Appends those of the sorted members that stay to [`Self::spans`]: at the
    /// place of a key's first appearance, the last value it was given.
    fn arrange(&mut self, flat: &[u8], members: &[Member]) {
        let same_key =
            |&left: &usize, &right: &usize| key(flat, members, left) == key(flat, members, right);
        let mut ranked: Vec<(Rank, Span)> = Vec::with_capacity(members.len());
        for appearances in self.sorted.chunk_by(same_key) {
            let (Some(&first), Some(&last)) = (appearances.first(), appearances.last()) else {
                continue;
            };
            if let Some(member) = members.get(last) {
                let span = Span { start: member.start, end: member.end };
                ranked.push((rank(key(flat, members, first), first), span));
            }
        }
        ranked.sort_unstable_by_key(|&(rank, _)| rank);
        self.spans.extend(ranked.into_iter().map(|(_, span)| span));
    }

    /// Sorts the members by key. However alike the keys are, this costs little
    /// more than reading them once for each doubling of their number; nothing
    /// depends on a hash that a sender could foresee.
    fn sort(&mut self, flat: &[u8], members: &[Member]) {
        self.sorted.clear();
        self.sorted.extend(0..members.len());
        self.sorted.sort_unstable_by(|&left, &right| {
            key(flat, members, left).cmp(key(flat, members, right)).then(left.cmp(&right))
        });
    }
}

fn ranks(flat: &[u8], members: &[Member]) -> impl Iterator<Item = Rank> {
    (0..members.len()).map(move |member| rank(key(flat, members, member), member))
}

fn rank(key: &[u8], appearance: usize) -> Rank {
    let text = key.strip_prefix(b"\"").and_then(|key| key.strip_suffix(b"\""));
    text.and_then(array_index).map_or(Rank::Appearance(appearance), Rank::Index)
}

/// A member's key as it is written, with its quotes. Two keys are the same
/// where they are written the same, as each has but one written form.
fn key<'a>(flat: &'a [u8], members: &[Member], member: usize) -> &'a [u8] {
    members.get(member).map_or(&[], |member| part(flat, member.start, member.colon))
}

fn part(flat: &[u8], start: usize, end: usize) -> &[u8] {
    flat.get(start..end).unwrap_or_default()
}
