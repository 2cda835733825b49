//! The states of a task, and what leads from one to another, as one table.

/// Where a task stands.
///
/// Stores keep [`code`](Self::code); it never changes its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// To be run as soon as its time has come.
    Ready,
    /// Behind an unfinished task of its order key.
    Waiting,
    /// Claimed by a worker, under a lease.
    Running,
    /// Its handler did its work.
    Done,
    /// It cannot be read by the handler that it is for. An upgrade may mend that: replay it then.
    Parked,
    /// It failed for good: as often as its schedule allows, or permanently.
    Dead,
    /// Nobody is to run it: its handler does not take it, or an owner discarded it.
    Skipped,
}

impl State {
    /// All of them, in the order of their codes.
    pub const ALL: [Self; 7] = [
        Self::Ready,
        Self::Waiting,
        Self::Running,
        Self::Done,
        Self::Parked,
        Self::Dead,
        Self::Skipped,
    ];

    /// The number that stands for it in a store.
    pub const fn code(self) -> i16 {
        self as i16
    }

    /// The state of a number; `None` for one that a newer version wrote.
    pub const fn from_code(code: i16) -> Option<Self> {
        match code {
            0 => Some(Self::Ready),
            1 => Some(Self::Waiting),
            2 => Some(Self::Running),
            3 => Some(Self::Done),
            4 => Some(Self::Parked),
            5 => Some(Self::Dead),
            6 => Some(Self::Skipped),
            _ => None,
        }
    }

    /// Its name in tools and logs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Parked => "parked",
            Self::Dead => "dead",
            Self::Skipped => "skipped",
        }
    }

    /// Whether it needs nothing any more, unless its owner replays it.
    pub const fn is_finished(self) -> bool {
        matches!(self, Self::Done | Self::Parked | Self::Dead | Self::Skipped)
    }

    /// Whether it holds its lane: others of its order key wait for it.
    pub const fn holds_lane(self) -> bool {
        matches!(self, Self::Ready | Self::Running)
    }
}

/// What happens to a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// A worker takes it, for the length of a lease.
    Claim,
    /// A worker takes one whose lease ran out.
    Rescue,
    /// Its worker keeps it longer.
    Renew,
    /// Its handler did its work.
    Finish,
    /// Its handler failed; it is tried again later.
    Retry,
    /// Its handler failed for good.
    Bury,
    /// It cannot be read.
    Park,
    /// Its handler does not take it.
    Skip,
    /// Its worker stops and gives it back; the attempt does not count.
    GiveBack,
    /// What it waited for is finished.
    Promote,
    /// An owner wants it to run once more.
    Replay,
    /// The same, but its lane is taken.
    ReplayBehind,
    /// An owner wants it never to run.
    Discard,
}

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// In this state ..
    pub from: State,
    /// .. this happens ..
    pub step: Step,
    /// .. and leads here.
    pub to: State,
}

/// All transitions; what is not in it does not happen.
///
/// The steps of workers name the lease number of their claim ([`Step::is_fenced`]) and change nothing
/// under another. A step that ends a task's hold of its lane promotes the next of the lane.
pub const TRANSITIONS: &[Transition] = &[
    row(State::Ready, Step::Claim, State::Running),
    row(State::Running, Step::Rescue, State::Running),
    row(State::Running, Step::Renew, State::Running),
    row(State::Running, Step::Finish, State::Done),
    row(State::Running, Step::Retry, State::Ready),
    row(State::Running, Step::Bury, State::Dead),
    row(State::Running, Step::Park, State::Parked),
    row(State::Running, Step::Skip, State::Skipped),
    row(State::Running, Step::GiveBack, State::Ready),
    row(State::Waiting, Step::Promote, State::Ready),
    row(State::Done, Step::Replay, State::Ready),
    row(State::Parked, Step::Replay, State::Ready),
    row(State::Dead, Step::Replay, State::Ready),
    row(State::Skipped, Step::Replay, State::Ready),
    row(State::Done, Step::ReplayBehind, State::Waiting),
    row(State::Parked, Step::ReplayBehind, State::Waiting),
    row(State::Dead, Step::ReplayBehind, State::Waiting),
    row(State::Skipped, Step::ReplayBehind, State::Waiting),
    row(State::Ready, Step::Discard, State::Skipped),
    row(State::Waiting, Step::Discard, State::Skipped),
    row(State::Parked, Step::Discard, State::Skipped),
    row(State::Dead, Step::Discard, State::Skipped),
];

const fn row(from: State, step: Step, to: State) -> Transition {
    Transition { from, step, to }
}

impl Step {
    /// Where it leads from a state; `None` if it does not happen there.
    pub fn from_state(self, from: State) -> Option<State> {
        TRANSITIONS.iter().find(|row| row.step == self && row.from == from).map(|row| row.to)
    }

    /// The states that it happens in.
    pub fn sources(self) -> impl Iterator<Item = State> {
        TRANSITIONS.iter().filter(move |row| row.step == self).map(|row| row.from)
    }

    /// Whether it changes nothing unless the task still has the lease number of the claim.
    pub const fn is_fenced(self) -> bool {
        matches!(
            self,
            Self::Renew
                | Self::Finish
                | Self::Retry
                | Self::Bury
                | Self::Park
                | Self::Skip
                | Self::GiveBack
        )
    }

    /// Whether it begins a lease, and so raises the lease number.
    pub const fn begins_lease(self) -> bool {
        matches!(self, Self::Claim | Self::Rescue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_there_once() {
        for (code, state) in State::ALL.into_iter().enumerate() {
            assert_eq!(State::from_code(state.code()), Some(state));
            assert_eq!(usize::try_from(state.code()), Ok(code));
            assert_eq!(State::ALL.iter().filter(|one| one.as_str() == state.as_str()).count(), 1);
        }
        assert_eq!(State::from_code(7), None);
        assert_eq!(State::from_code(-1), None);
    }

    #[test]
    fn a_step_leads_from_a_state_to_one_other() {
        for row in TRANSITIONS {
            let same = |other: &&Transition| other.from == row.from && other.step == row.step;
            assert_eq!(TRANSITIONS.iter().filter(same).count(), 1, "{row:?}");
        }
    }

    #[test]
    fn workers_change_only_what_is_running() {
        for row in TRANSITIONS.iter().filter(|row| row.step.is_fenced()) {
            assert_eq!(row.from, State::Running, "{row:?}");
        }
    }

    /// A task that is not finished is never stuck: some way leads to an end without its owner.
    #[test]
    fn every_unfinished_state_leads_to_an_end() {
        let of_owners = [Step::Replay, Step::ReplayBehind, Step::Discard];
        for state in State::ALL.into_iter().filter(|state| !state.is_finished()) {
            let mut reached = vec![state];
            let mut at = 0;
            while let Some(from) = reached.get(at).copied() {
                at += 1;
                for row in TRANSITIONS {
                    if row.from == from
                        && !of_owners.contains(&row.step)
                        && !reached.contains(&row.to)
                    {
                        reached.push(row.to);
                    }
                }
            }
            assert!(reached.contains(&State::Done), "{state:?} leads to {reached:?}");
        }
    }

    #[test]
    fn nothing_leaves_an_end_but_its_owner() {
        for row in TRANSITIONS.iter().filter(|row| row.from.is_finished()) {
            assert!(matches!(row.step, Step::Replay | Step::ReplayBehind | Step::Discard));
        }
        assert_eq!(Step::Discard.from_state(State::Done), None, "work that is done stays recorded");
        assert_eq!(Step::Discard.from_state(State::Running), None, "its worker would not know");
    }
}
