//! Clocks that are wrong: what several deliveries say together.

use std::{fmt, time::Duration};

use super::Diagnosis;

/// How many deliveries have to agree.
const ENOUGH: usize = 3;

/// How far a clock has to be off, and how far the deliveries may differ.
const SPREAD: Duration = Duration::from_secs(60);

/// The clock here is wrong, or that of the sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClockOff {
    /// By how much, at least.
    pub by: Duration,
    /// Whether it is the clock here that is ahead, or that of the sender behind; else the reverse.
    pub ahead: bool,
}

/// Whether the deliveries of a provider say together that a clock is wrong: three or more, all of
/// them off by more than a minute, in the same direction, and by the same but for a minute.
///
/// One stale delivery says little: it may have been held up, or sent again. Deliveries that were
/// are not off by the same. Of those that are no sender's, or whose time is not known, nothing is
/// taken.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use std::time::{Duration, SystemTime};
/// use webhook_kit::explain::{Explainer, clock_off};
/// # use webhook_kit::{Provider, Secret, Scheme, scheme::{Checked, Part, Timestamp, TimestampPlace, Unit}};
/// # struct Example;
/// # impl Provider for Example {
/// #     const SCHEME: &'static Scheme = &Scheme::of(Checked {
/// #         name: "example",
/// #         headers: &["x-signature"],
/// #         message: &[&[Part::Timestamp, Part::Body]],
/// #         timestamp: Some(Timestamp {
/// #             place: TimestampPlace::Header("x-time"),
/// #             unit: Unit::Seconds,
/// #             tolerance: Some(std::time::Duration::from_secs(300)),
/// #             on_retry: webhook_kit::grammar::OnRetry::Renewed,
/// #         }),
/// #         ..Checked::EMPTY
/// #     });
/// # }
///
/// let secret = Secret::new("a secret");
/// let signed = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
/// let arrived = |late: u64| {
///     let (parts, body) = Example::sign(&secret, "{}").at(signed).request().into_parts();
///     let at = signed + Duration::from_secs(late);
///     Explainer::of::<Example>(secret.clone()).at(at).explain(&parts, body)
/// };
///
/// let off = clock_off(&[arrived(3601), arrived(3603), arrived(3600)]).expect("an hour each");
/// assert_eq!((off.by, off.ahead), (Duration::from_secs(3600), true));
/// assert_eq!(off.to_string(), "the clock here is 3600 s ahead, or the sender's is behind");
///
/// assert_eq!(clock_off(&[arrived(2), arrived(3601), arrived(7)]), None);
/// ```
pub fn clock_off<'d>(diagnoses: impl IntoIterator<Item = &'d Diagnosis>) -> Option<ClockOff> {
    let ages: Vec<(Duration, bool)> = diagnoses.into_iter().filter_map(Diagnosis::age).collect();
    let (_, ahead) = ages.first().copied()?;
    let agree = ages.len() >= ENOUGH && ages.iter().all(|(_, past)| *past == ahead);
    let least = ages.iter().map(|(age, _)| *age).min()?;
    let most = ages.iter().map(|(age, _)| *age).max()?;
    let same = most.saturating_sub(least) <= SPREAD && least > SPREAD;
    (agree && same).then_some(ClockOff { by: least, ahead })
}

impl fmt::Display for ClockOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (here, there) = if self.ahead { ("ahead", "behind") } else { ("behind", "ahead") };
        write!(f, "the clock here is {} s {here}, or the sender's is {there}", self.by.as_secs())
    }
}
