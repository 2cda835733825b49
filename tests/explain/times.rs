//! What is about the time, alone and beside another cause.

use std::time::Duration;

use webhook_kit::{
    Clock as _, Secret,
    explain::{BodyChange, Cause, SecretSlip, clock_off},
    scheme::Unit,
    testing::{Sender, TestClock},
};

use super::{
    Table, all,
    declarations::{changed, replaced},
    find,
};

const LATE: Duration = Duration::from_secs(3 * 86_400);

#[test]
fn stale_and_early() {
    let mut table = Table::default();
    let now = TestClock::default().now();
    for provider in all() {
        let Some(request) = provider.sent(&provider.own(), provider.body.clone()) else { continue };
        let owner = provider.owner(provider.secret).at(now + LATE);
        table.row("stale", &provider, &owner, request.clone(), |cause| {
            // Some senders write fractions.
            matches!(cause, Cause::Stale { age } if age.abs_diff(LATE) < Duration::from_secs(1))
        });
        let owner = provider.owner(provider.secret).at(now - LATE);
        table.row("early", &provider, &owner, request.clone(), |cause| {
            matches!(cause, Cause::Ahead { by } if by.abs_diff(LATE) < Duration::from_secs(1))
        });
        // Beside something else: both are said, and the time last.
        let owner = provider.owner(format!("{}\n", provider.secret)).at(now + LATE);
        let (parts, body) = request.clone().into_parts();
        let diagnosis = owner.explain(&parts, body);
        if let [first, Cause::Stale { .. }] = &diagnosis.causes[..] {
            let blanks = Cause::Secret { secret: 0, slip: SecretSlip::Blanks };
            assert_eq!(*first, blanks, "{}", provider.name());
            *table.rows.entry("stale, and a secret").or_default() += 1;
        }
        let owner = provider.owner(provider.secret).at(now + LATE);
        let added = request.map(|body| [&body[..], b"\n"].concat().into());
        let (parts, body): (_, bytes::Bytes) = added.into_parts();
        let diagnosis = owner.explain(&parts, body);
        if let [first, Cause::Stale { .. }] = &diagnosis.causes[..] {
            let change = BodyChange::LineEndAdded;
            assert_eq!(*first, Cause::Body { change }, "{}", provider.name());
            *table.rows.entry("stale, and a body").or_default() += 1;
        }
    }
    table.holds(40);
}

/// Seconds that are declared as milliseconds, and the reverse.
#[test]
fn timestamps_in_another_unit() {
    let mut table = Table::default();
    for provider in all() {
        for (what, own, other, sent) in [
            ("in milliseconds", "\"seconds\"", "\"milliseconds\"", Unit::Milliseconds),
            ("in seconds", "\"milliseconds\"", "\"seconds\"", Unit::Seconds),
        ] {
            let Some(scheme) = changed(provider.scheme, |table| replaced(table, own, other)) else {
                continue;
            };
            let sender = Sender::new(scheme).with_url(super::URL);
            let sender = sender.with_secret(Secret::new(provider.signs_with));
            let Some(request) = provider.sent(&sender, provider.body.clone()) else { continue };
            let owner = provider.owner(provider.secret);
            let expected = Cause::TimestampUnit { sent };
            table.row(what, &provider, &owner, request, |cause| *cause == expected);
        }
    }
    table.holds(3);
}

#[test]
fn clocks() {
    let provider = find("stripe");
    let now = TestClock::default().now();
    let (parts, body) =
        provider.sent(&provider.own(), provider.body.clone()).expect("genuine").into_parts();
    let after = |seconds: i64| {
        let by = Duration::from_secs(seconds.unsigned_abs());
        let at = if seconds < 0 { now - by } else { now + by };
        provider.owner(provider.secret).at(at).explain(&parts, body.clone())
    };
    let off = clock_off(&[after(7200), after(7210), after(7201)]).expect("two hours");
    assert_eq!((off.by, off.ahead), (Duration::from_secs(7200), true));
    let off = clock_off(&[after(-3600), after(-3601), after(-3602)]).expect("an hour");
    assert_eq!((off.by, off.ahead), (Duration::from_secs(3600), false));
    assert_eq!(off.to_string(), "the clock here is 3600 s behind, or the sender's is ahead");
    for few_or_mixed in [
        vec![after(7200), after(7200)],
        vec![after(7200), after(7400), after(9000)],
        vec![after(1), after(2), after(3)],
        vec![after(3600), after(-3600), after(3600)],
        vec![],
    ] {
        assert_eq!(clock_off(&few_or_mixed), None);
    }
}
