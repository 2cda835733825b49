//! What has to hold between the attribute and the function.

use proc_macro2::Span;
use syn::{Ident, ext::IdentExt};

use super::{
    agreement::AGREEING,
    ast::{Function, Given, Handler, Source, Written},
    attribute::OWN_KEYS,
    signature,
};
use crate::{
    catalogue::ProviderRef,
    ctxt::Ctxt,
    entries::{Key, Text},
    event::{Names, OWN_PAYLOAD, UNLISTED},
    grammar::Spanned,
    kebab::kebab,
};

/// Checks a handler; `None` if something is missing, which was reported.
pub(crate) fn handler<'a>(
    cx: &Ctxt,
    written: &'a Written,
    function: &'a Function,
) -> Option<Handler<'a>> {
    let (source, only) = source(cx, written, &function.sig.ident);
    // Where an event was named, what is wrong with it or its provider is said already.
    if let (Some(span), []) = (written.ignore_others, written.event.as_slice()) {
        cx.error(
            span,
            "a function takes every event: remove `ignore_others`, or write it to the `#[event(..)]` of the enum",
        );
    }
    if written.event.is_empty() {
        for (word, span) in written.about_one_event() {
            cx.error(
                span,
                format!(
                    "`{word}` is about one event: name it, `event = \"a.name\"`, or remove this"
                ),
            );
        }
    }
    signature::check_qualifiers(cx, &function.sig);
    let arguments = signature::arguments(cx, &function.sig)?;
    let state = match &written.state {
        Some(state) => Some(state),
        None => signature::state(cx, &arguments.further),
    };
    if only.is_none() {
        signature::check_whole(cx, arguments.event);
    }
    let only = only.map(|name| {
        let mut names = Names {
            all: vec![name.clone()],
            listed: vec![name.clone()],
            action: None,
            own_payload: written.own_payload,
            unlisted: written.unlisted,
        };
        names.resolve(cx, written.named_provider());
        names
    });
    Some(Handler { written, function, source: source?, only, arguments, state })
}

impl Written {
    /// The provider, if it was named.
    pub(crate) fn named_provider(&self) -> Option<&ProviderRef> {
        match &self.provider {
            Given::Provider(provider) => Some(provider),
            Given::Nothing | Given::Unreadable => None,
        }
    }

    /// The words that are about one event, and where they stand.
    pub(crate) fn about_one_event(&self) -> impl Iterator<Item = (&'static str, Span)> {
        let words = [(OWN_PAYLOAD, self.own_payload), (UNLISTED, self.unlisted)];
        words.into_iter().filter_map(|(word, span)| Some((word, span?)))
    }
}

/// Whose deliveries are taken, and the one event if there is only one.
///
/// `ident` gives a scheme that stands inline its name.
pub(crate) fn source<'a>(
    cx: &Ctxt,
    written: &'a Written,
    ident: &Ident,
) -> (Option<Source<'a>>, Option<&'a Text>) {
    let attribute_is_clean = cx.is_clean();
    match &written.provider {
        Given::Provider(provider) => {
            (Some(Source::Provider(provider)), beside_provider(cx, written))
        }
        Given::Unreadable => {
            beside_provider(cx, written);
            (None, None)
        }
        Given::Nothing => (inline(cx, written, ident, attribute_is_clean), None),
    }
}

/// Whether a key is the attribute's own, no matter what the provider declares.
fn is_own(key: &Key) -> bool {
    OWN_KEYS.iter().any(|(own, _)| *own == key.name)
}

/// Beside a provider, keys may repeat its declaration, and `event` names the one event to take.
fn beside_provider<'a>(cx: &Ctxt, written: &'a Written) -> Option<&'a Text> {
    for key in &written.seen {
        if !is_own(key) && !AGREEING.contains(&key.name.as_str()) {
            cx.error(
                key.span,
                format!(
                    "`{}` is the declaration's to say: beside a `provider`, remove it",
                    key.name
                ),
            );
        }
    }
    cx.problems(written.keys.check_each(Span::call_site()));
    let [only] = written.event.as_slice() else {
        if let Some(second) = written.event.get(1) {
            cx.error(
                second.span,
                "one event has one name here: an enum with `#[derive(WebhookEvent)]` takes several",
            );
        }
        return None;
    };
    if is_place(&only.value) {
        cx.error(
            only.span,
            format!(
                "`{}` is a location, and `event` is the name of the one event to take: where the name is, the provider's `event_type` says",
                only.value
            ),
        );
        return None;
    }
    Some(only)
}

fn is_place(text: &str) -> bool {
    text.starts_with('/') || text.starts_with("header:") || text.contains('{')
}

/// Without a provider, the keys are a whole declaration.
fn inline<'a>(
    cx: &Ctxt,
    written: &Written,
    ident: &Ident,
    attribute_is_clean: bool,
) -> Option<Source<'a>> {
    let whole = Span::call_site();
    let declares = written.seen.iter().any(|key| !is_own(key));
    if !declares {
        if attribute_is_clean {
            cx.error(
                whole,
                "missing `provider`: name it, `#[webhook(provider = \"fincra\")]`, or say how it signs, `#[webhook(header = \"x-signature\", algo = \"sha256\")]`",
            );
        }
        return None;
    }
    if let Some(event) = written.event.first() {
        let sentence = if is_place(&event.value) {
            format!(
                "`{0}` is a location, and `event` is the name of the one event to take: write `event_type = \"{0}\"`",
                event.value
            )
        } else {
            "`event` takes one event of a `provider`: remove it, or declare the provider with `#[derive(Provider)]`".to_owned()
        };
        cx.error(event.span, sentence);
    }
    let mut keys = written.keys.clone();
    if keys.name.is_none() {
        keys.name = Some(Spanned { span: ident.span(), value: kebab(&ident.unraw().to_string()) });
    }
    if !attribute_is_clean || !written.event.is_empty() {
        cx.problems(keys.check_each(whole));
        return None;
    }
    match keys.check(whole) {
        Ok(checked) => Some(Source::Inline(Box::new(checked))),
        Err(problems) => {
            cx.problems(problems);
            None
        }
    }
}
