//! What may identify a delivery: the rules of `id`.

use super::{
    border::is_open_at,
    check::Check,
    store::Owned,
    table::{Checked, Timestamp},
    template::Part,
    words::{Algorithm, AlgorithmKind},
};

impl<S: Copy> Check<'_, S> {
    /// What names the event identifies no delivery: many have one event type.
    pub(super) fn check_id_is_no_type(
        &mut self,
        id: &[Vec<Part<Owned>>],
        event_type: &[Vec<Part<Owned>>],
    ) {
        let keys = self.keys;
        let found = keys.id.iter().zip(id).find(|(_, place)| event_type.contains(place));
        if let Some((text, _)) = found {
            self.problem(
                text.span,
                format!(
                    "`{}` is the `event_type`: the second delivery of a type would count as a duplicate; say where the delivery's own id is",
                    text.value
                ),
            );
        }
    }

    /// An id that anybody can change identifies nothing.
    pub(super) fn check_id_is_signed(
        &mut self,
        checked: &Checked<Owned>,
        message: &[Vec<Part<Owned>>],
        id: &[Vec<Part<Owned>>],
    ) {
        self.check_header_of_id_is_signed(checked, message, id);
        if self.keys.unsigned.is_none() {
            return;
        }
        for (text, id) in self.keys.id.iter().zip(id) {
            let is_signed = |part: &Part<Owned>| match part {
                Part::Json(_) | Part::Field(_) => {
                    message.iter().all(|message| message.contains(part))
                }
                _ => true,
            };
            if !id.iter().all(is_signed) {
                self.problem(
                    text.span,
                    format!(
                        "`{}` is not signed, so it identifies nothing: use a part of `message`, or remove `id`",
                        text.value
                    ),
                );
            }
        }
    }

    /// A header counts where each form of the message contains it, and where whoever sends anything shows
    /// the secret itself: then all of the request is as genuine.
    fn check_header_of_id_is_signed(
        &mut self,
        checked: &Checked<Owned>,
        message: &[Vec<Part<Owned>>],
        id: &[Vec<Part<Owned>>],
    ) {
        // Tokens have a rule of their own.
        if checked.jwt.is_some() {
            return;
        }
        let shows_secret = |algorithm: Algorithm| algorithm.kind() == AlgorithmKind::Equality;
        if shows_secret(checked.algorithm)
            && checked.alternatives.iter().all(|way| shows_secret(way.algorithm))
        {
            return;
        }
        // Alone it is what the message calls `{id}`.
        let alone = matches!(id, [only] if matches!(only.as_slice(), [Part::Header(_)]));
        let signs = |part: &Part<Owned>| {
            let is_it = |other: &Part<Owned>| other == part || (alone && *other == Part::Id);
            !message.is_empty() && message.iter().all(|message| message.iter().any(is_it))
        };
        for (text, id) in self.keys.id.iter().zip(id) {
            let unsigned = id.iter().find(|part| matches!(part, Part::Header(_)) && !signs(part));
            if let Some(Part::Header(name)) = unsigned {
                self.problem(
                    text.span,
                    format!(
                        "`header:{name}` is not signed: remove `id`, and what is signed, without the time, identifies a delivery; or trust it where the endpoint is made, `.trust_unsigned_id(\"{name}\")?`, which lets whoever has a delivery repeat it under another id"
                    ),
                );
            }
        }
    }

    /// Where nothing stands between two parts of the signed text, whoever has a delivery can move the
    /// border between them, and the signature still holds.
    pub(super) fn check_id_has_borders(
        &mut self,
        message: &[Vec<Part<Owned>>],
        timestamp: Option<&Timestamp<Owned>>,
        id: &[Vec<Part<Owned>>],
    ) {
        let alone = matches!(id, [only] if matches!(only.as_slice(), [Part::Header(_)]));
        let moves = |part: &Part<Owned>| {
            let is_it = |other: &Part<Owned>| other == part || (alone && *other == Part::Id);
            message.iter().any(|message| {
                (matches!(part, Part::Field(_)) && message.contains(&Part::SortedForm))
                    || message.iter().enumerate().any(|(at, other)| {
                        is_it(other.plain()) && is_open_at(message, at, timestamp)
                    })
            })
        };
        for (text, id) in self.keys.id.iter().zip(id) {
            if id.iter().any(|part| !matches!(part, Part::Text(_)) && moves(part.plain())) {
                self.problem(
                    text.span,
                    format!(
                        "`{}` touches another part of `message`: whoever has a delivery can move the border between them, and so make another id; remove `id`, and what is signed, without the time, identifies a delivery",
                        text.value
                    ),
                );
            }
        }
    }
}
