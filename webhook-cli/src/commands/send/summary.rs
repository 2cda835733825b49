//! What is told of many deliveries.

use serde_json::json;

use crate::{
    failure::Failure,
    output::{self, BAD, FAINT, GOOD, Output},
    wire::load::{Plan, Summary},
};

/// Prints what became of them; `good` of them were answered as they should be.
pub(super) fn summarise(
    output: Output,
    plan: Plan,
    summary: &Summary,
    good: u64,
) -> Result<(), Failure> {
    let Summary { statuses, unanswered, first_error, elapsed, latency } = summary;
    let answered: u64 = statuses.values().sum();
    let at = |quantile| latency.value_at_quantile(quantile);
    #[allow(clippy::cast_precision_loss, reason = "shown with two digits")]
    let per_second = answered as f64 / elapsed.as_secs_f64().max(1e-9);
    if output.is_json() {
        return output::json_line(&json!({
            "sent": plan.repeat,
            "good": good,
            "unanswered": unanswered,
            "statuses": statuses,
            "first_error": first_error,
            "seconds": elapsed.as_secs_f64(),
            "per_second": per_second,
            "latency_microseconds": {
                "min": latency.min(), "p50": at(0.5), "p90": at(0.9), "p99": at(0.99),
                "p99.9": at(0.999), "max": latency.max(),
            },
        }));
    }
    let style = if good == plan.repeat { GOOD } else { BAD };
    output::line(format_args!(
        "{style}{good} of {}{style:#} as they should be, {per_second:.0} a second, {:.2} s in all",
        plan.repeat,
        elapsed.as_secs_f64()
    ))?;
    for (status, count) in statuses {
        output::line(format_args!("  {status}  {count}"))?;
    }
    if let Some(error) = first_error {
        output::line(format_args!("  {unanswered} without an answer, the first: {error}"))?;
    }
    if answered == 0 {
        return Ok(());
    }
    #[allow(clippy::cast_precision_loss, reason = "shown with two digits")]
    let shown = |microseconds: u64| format!("{:.2}", microseconds as f64 / 1000.0);
    output::line(format_args!(
        "  {FAINT}ms:{FAINT:#} fastest {}  50 % {}  90 % {}  99 % {}  99.9 % {}  slowest {}",
        shown(latency.min()),
        shown(at(0.5)),
        shown(at(0.9)),
        shown(at(0.99)),
        shown(at(0.999)),
        shown(latency.max()),
    ))
}
