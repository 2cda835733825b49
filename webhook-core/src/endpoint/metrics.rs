//! Deliveries counted by provider, event and outcome, through the facade `metrics`. Without the
//! feature, nothing.

use super::Report;

/// Counts a request.
///
/// A label has as many values as the provider has events: names that nobody has signed count by
/// themselves only where the catalogue lists them, so that strangers cannot make labels up.
#[cfg(feature = "metrics")]
pub(super) fn count(report: &Report<'_>, events: &[&'static str]) {
    let event = report.delivery.and_then(|delivery| Some((delivery, delivery.event()?)));
    let listed = |name: &str| events.iter().copied().find(|listed| *listed == name);
    let event: metrics::SharedString = match event {
        None => "".into(),
        Some((delivery, name)) => match listed(name) {
            Some(listed) => listed.into(),
            None if delivery.event_is_signed() => name.to_owned().into(),
            None => "other".into(),
        },
    };
    let outcome = report.outcome.as_str();
    metrics::counter!(
        "webhook_deliveries_total",
        "provider" => report.provider, "event" => event, "outcome" => outcome,
    )
    .increment(1);
    metrics::histogram!(
        "webhook_delivery_duration_seconds",
        "provider" => report.provider, "outcome" => outcome,
    )
    .record(report.duration);
}

#[cfg(not(feature = "metrics"))]
pub(super) fn count(_: &Report<'_>, _: &[&'static str]) {}
