//! The time that deliveries carry: `timestamp(..)`.

use std::time::Duration;

use super::{
    check::{Check, header_name},
    duration::{parse_duration, write_duration},
    format::{Format, FormatPart},
    place::{Pointer, TimestampPlace, pointer_segments},
    problem::one_of,
    store::Owned,
    table::{Declaration, Timestamp, TimestampKeys},
    template::{Part, field_name},
    words::{Algorithm, AlgorithmKind, OnRetry, Unit},
};

impl<S: Copy> Check<'_, S> {
    pub(super) fn timestamp_each(&mut self, keys: &TimestampKeys<S>) {
        if let Some(header) = &keys.header {
            self.read(header, header_name);
        }
        if let Some(json) = &keys.json {
            self.read(json, pointer_segments);
        }
        for name in [&keys.query, &keys.form].into_iter().flatten() {
            self.read(name, field_name);
        }
        self.word(keys.unit.as_ref(), Unit::from_word, "unit", Unit::WORDS);
        if let Some(text) = &keys.tolerance {
            self.read(text, tolerance);
        }
        self.on_retry(keys);
    }

    fn on_retry(&mut self, keys: &TimestampKeys<S>) -> Option<OnRetry> {
        let kind = "time of a retry";
        self.word(keys.on_retry.as_ref(), OnRetry::from_word, kind, OnRetry::WORDS)
    }

    pub(super) fn timestamp(&mut self, format: Option<&Format<Owned>>) -> Option<Timestamp<Owned>> {
        let keys = self.keys.timestamp.as_ref()?;
        let in_format = format.is_some_and(|format| format.carries(FormatPart::Timestamp));
        let places = [&keys.header, &keys.json, &keys.query, &keys.form];
        let mut given = places.into_iter().flatten();
        let first = given.next();
        if let (Some(_), Some(second)) = (first, given.next()) {
            self.problem(
                second.span,
                "a timestamp has one location: keep one of `header`, `json`, `query` and `form`",
            );
        }
        let place = if let Some(header) = &keys.header {
            TimestampPlace::Header(self.read(header, header_name)?)
        } else if let Some(json) = &keys.json {
            TimestampPlace::Json(self.read(json, Pointer::parse)?)
        } else if let Some(query) = &keys.query {
            TimestampPlace::Query(self.read(query, field_name)?)
        } else if let Some(form) = &keys.form {
            TimestampPlace::Form(self.read(form, field_name)?)
        } else if in_format {
            TimestampPlace::Format
        } else {
            if format.is_some() {
                self.problem(
                    keys.span,
                    "the timestamp has no location: add `header = \"..\"`, `json = \"/..\"`, or `{timestamp}` to `format`",
                );
            }
            return None;
        };
        if keys.unit.is_none() {
            self.problem(
                keys.span,
                format!("the timestamp's `unit` is missing: {}", one_of(Unit::WORDS)),
            );
        }
        let unit = self.word(keys.unit.as_ref(), Unit::from_word, "unit", Unit::WORDS)?;
        let tolerance = if let Some(text) = &keys.tolerance {
            self.read(text, tolerance)?
        } else {
            let algo = keys_algorithm(self.keys);
            if algo.is_some_and(|algo| algo.kind() != AlgorithmKind::Equality) {
                self.problem(
                    keys.span,
                    "the timestamp's `tolerance` is missing: say how old a delivery may be, as in `tolerance = \"5m\"`, or `tolerance = \"none\"` where its age is not compared",
                );
            }
            None
        };
        let on_retry = self.on_retry(keys).unwrap_or_else(|| place.usually_on_retry());
        Some(Timestamp { place, unit, tolerance, on_retry })
    }

    /// A retry is refused where it carries a time that is too old by then.
    pub(super) fn check_tolerance_lasts(
        &mut self,
        timestamp: Option<&Timestamp<Owned>>,
        retry_window: Option<Duration>,
    ) {
        let written = self.keys.timestamp.as_ref().and_then(|keys| keys.tolerance.as_ref());
        let (Some(timestamp), Some(window), Some(written)) = (timestamp, retry_window, written)
        else {
            return;
        };
        let is_short = timestamp.tolerance.is_some_and(|tolerance| tolerance < window);
        if is_short && timestamp.on_retry == OnRetry::Kept {
            self.problem(
                written.span,
                format!(
                    "retries come for `{}` under the first attempt's time, and would be refused: make `tolerance` as long, or say `on_retry = \"renewed\"` where each attempt is signed anew",
                    write_duration(window)
                ),
            );
        }
    }

    /// A timestamp that anybody can change protects nothing.
    pub(super) fn check_timestamp_is_signed(
        &mut self,
        message: &[Vec<Part<Owned>>],
        timestamp: Option<&Timestamp<Owned>>,
    ) {
        let Some(timestamp) = timestamp.filter(|timestamp| timestamp.tolerance.is_some()) else {
            return;
        };
        let Some(tolerance) = self.keys.timestamp.as_ref().and_then(|keys| keys.tolerance.as_ref())
        else {
            return;
        };
        let digest = self.keys.digest.is_some();
        let covers = |part: &Part<Owned>| match (&timestamp.place, part) {
            (_, Part::Timestamp)
            | (TimestampPlace::Json(_), Part::Body | Part::Digest(_))
            | (TimestampPlace::Form(_), Part::Body | Part::Digest(_) | Part::SortedForm)
            | (TimestampPlace::Query(_), Part::Query | Part::SortedQuery | Part::Url(_)) => true,
            (TimestampPlace::Json(at), Part::Json(other)) => at == other,
            (TimestampPlace::Form(at), Part::Field(other))
            | (TimestampPlace::Query(at), Part::Parameter(other))
            | (TimestampPlace::Header(at), Part::Header(other)) => at == other,
            _ => false,
        };
        let in_body = matches!(timestamp.place, TimestampPlace::Json(_) | TimestampPlace::Form(_));
        let signed =
            message.iter().all(|message| message.iter().any(covers)) || (digest && in_body);
        if !signed {
            self.problem(
                tolerance.span,
                "the timestamp is not signed, so a tolerance protects nothing: add `{timestamp}` to `message`, or say `tolerance = \"none\"`",
            );
        }
    }
}

/// The algorithm that is declared, if it is one.
fn keys_algorithm<S>(keys: &Declaration<S>) -> Option<Algorithm> {
    Algorithm::from_word(&keys.algo.as_ref()?.value)
}

/// More than this was not meant: it would bound nothing.
const MAX_TOLERANCE: Duration = Duration::from_secs(30 * 86_400);

/// How old a delivery may be; `None` where that is not compared.
fn tolerance(text: &str) -> Result<Option<Duration>, String> {
    if text == "none" {
        return Ok(None);
    }
    let tolerance = parse_duration(text)?;
    if tolerance > MAX_TOLERANCE {
        return Err(format!(
            "`{text}` protects from nothing: a tolerance is at most 30 days; where the age is not compared, say `tolerance = \"none\"`"
        ));
    }
    Ok(Some(tolerance))
}
