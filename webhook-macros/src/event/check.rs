//! What has to hold between the variants of an enum of events.

use proc_macro2::Span;
use syn::{GenericParam, Ident, Lifetime, ext::IdentExt};

use super::ast::{Events, Names, Takes, Variant, Written};
use crate::ctxt::Ctxt;

/// Checks the enum; `None` if something is missing, which was reported.
pub(crate) fn events<'a>(cx: &Ctxt, written: &'a Written<'a>) -> Option<Events<'a>> {
    let lifetime = check_generics(cx, written);
    let all = written.variants.iter();
    let all = all.filter_map(|variant| Some((variant.ident, variant.takes.as_ref()?))).collect();
    Taking { part: "variant", all, ignore_others: written.ignore_others }.check(cx);
    let mut variants = Vec::new();
    for variant in &written.variants {
        let takes = variant.takes.as_ref()?;
        variants.push(Variant { ident: variant.ident, takes, payload: variant.payload });
    }
    Some(Events { written, provider: written.provider.as_ref()?, lifetime, variants })
}

/// One lifetime, from which payloads borrow; nothing else can be known when a delivery arrives.
fn check_generics<'a>(cx: &Ctxt, written: &'a Written<'a>) -> Option<&'a Lifetime> {
    let mut first = None;
    for param in &written.generics.params {
        match param {
            GenericParam::Lifetime(param) if first.is_none() => first = Some(&param.lifetime),
            GenericParam::Lifetime(param) => cx.error_at(
                param,
                "a second lifetime: all payloads borrow from the same delivery, so one is enough",
            ),
            param => cx.error_at(
                param,
                "an enum of events has no type parameters: each variant names the type of its payload",
            ),
        }
    }
    first
}

/// What takes what, among the parts of a whole.
pub(crate) struct Taking<'a> {
    /// What takes events: a variant, or a method.
    pub(crate) part: &'static str,
    pub(crate) all: Vec<(&'a Ident, &'a Takes)>,
    /// Where `ignore_others` stands.
    pub(crate) ignore_others: Option<Span>,
}

impl Taking<'_> {
    /// Every event leads to one part.
    pub(crate) fn check(&self, cx: &Ctxt) {
        self.check_names(cx);
        self.check_others(cx);
        self.check_unnamed(cx);
        self.check_actions(cx);
    }

    /// Where only some actions of an event are taken, the others have to lead somewhere.
    fn check_actions(&self, cx: &Ctxt) {
        let takes_rest = self.all.iter().any(|(_, takes)| matches!(takes, Takes::Other(_)));
        if takes_rest || self.ignore_others.is_some() {
            return;
        }
        let lists = || {
            self.all.iter().filter_map(|(_, takes)| match takes {
                Takes::Names(names) => Some(names),
                Takes::Unnamed(_) | Takes::Other(_) => None,
            })
        };
        let mut said: Vec<&str> = Vec::new();
        for (full, event) in lists().flat_map(Names::actions) {
            let is_taken = lists().flat_map(|names| &names.all).any(|name| name.value == event);
            if !is_taken && !said.contains(&event) {
                said.push(event);
                cx.error(
                    full.span,
                    format!(
                        "the other actions of `{event}` are left out: give `{event}` a {} as well, or `other`, or say `ignore_others`",
                        self.part
                    ),
                );
            }
        }
    }

    fn check_names(&self, cx: &Ctxt) {
        let part = self.part;
        let mut seen: Vec<(&str, String)> = Vec::new();
        for (ident, takes) in &self.all {
            let Takes::Names(names) = takes else { continue };
            for name in &names.all {
                if let Some((_, first)) = seen.iter().find(|(seen, _)| *seen == name.value) {
                    cx.error(
                        name.span,
                        format!(
                            "`{}` has a {part} already: `{first}` takes it, remove it here or there",
                            name.value
                        ),
                    );
                } else {
                    seen.push((&name.value, ident.unraw().to_string()));
                }
            }
        }
    }

    /// At most one part takes the rest, and then none of it is ignored.
    fn check_others(&self, cx: &Ctxt) {
        let part = self.part;
        let mut first = None;
        for (ident, takes) in &self.all {
            let Takes::Other(span) = takes else { continue };
            match first {
                None => first = Some(ident),
                Some(first) => {
                    cx.error(*span, format!("`other` has a {part} already: `{first}` takes it"));
                }
            }
        }
        if let (Some(ident), Some(span)) = (first, self.ignore_others) {
            cx.error(
                span,
                format!("`{ident}` takes the others, none is ignored: remove `ignore_others`"),
            );
        }
    }

    /// At most one part takes deliveries without a name.
    fn check_unnamed(&self, cx: &Ctxt) {
        let part = self.part;
        let mut first = None;
        for (ident, takes) in &self.all {
            let Takes::Unnamed(span) = takes else { continue };
            match first {
                None => first = Some(ident),
                Some(first) => {
                    cx.error(*span, format!("`unnamed` has a {part} already: `{first}` takes it"));
                }
            }
        }
    }
}
