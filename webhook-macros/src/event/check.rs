//! What has to hold between the variants of an enum of events.

use syn::{GenericParam, Lifetime, ext::IdentExt};

use super::ast::{Events, Takes, Variant, Written};
use crate::ctxt::Ctxt;

/// Checks the enum; `None` if something is missing, which was reported.
pub(crate) fn events<'a>(cx: &Ctxt, written: &'a Written<'a>) -> Option<Events<'a>> {
    let lifetime = check_generics(cx, written);
    check_names(cx, written);
    check_others(cx, written);
    check_unnamed(cx, written);
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

/// A name leads to one variant.
fn check_names(cx: &Ctxt, written: &Written<'_>) {
    let mut seen: Vec<(&str, String)> = Vec::new();
    for variant in &written.variants {
        let Some(Takes::Names(names)) = &variant.takes else { continue };
        for name in names {
            if let Some((_, first)) = seen.iter().find(|(seen, _)| *seen == name.value) {
                cx.error(
                    name.span,
                    format!(
                        "`{}` has a variant already: `{first}` takes it, remove it here or there",
                        name.value
                    ),
                );
            } else {
                seen.push((&name.value, variant.ident.unraw().to_string()));
            }
        }
    }
}

/// At most one variant takes the rest, and then none of it is ignored.
fn check_others(cx: &Ctxt, written: &Written<'_>) {
    let mut first = None;
    for variant in &written.variants {
        let Some(Takes::Other(span)) = &variant.takes else { continue };
        match first {
            None => first = Some(variant.ident),
            Some(first) => {
                cx.error(*span, format!("`other` has a variant already: `{first}` takes it"));
            }
        }
    }
    if let (Some(variant), Some(span)) = (first, written.ignore_others) {
        cx.error(
            span,
            format!("`{variant}` takes the others, none is ignored: remove `ignore_others`"),
        );
    }
}

/// At most one variant takes deliveries without a name.
fn check_unnamed(cx: &Ctxt, written: &Written<'_>) {
    let mut first = None;
    for variant in &written.variants {
        let Some(Takes::Unnamed(span)) = &variant.takes else { continue };
        match first {
            None => first = Some(variant.ident),
            Some(first) => {
                cx.error(*span, format!("`unnamed` has a variant already: `{first}` takes it"));
            }
        }
    }
}
