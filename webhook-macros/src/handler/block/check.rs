//! What has to hold between the methods of a block.

use syn::{FnArg, GenericParam, ReceiverKind, Signature, Type, TypePath};

use super::{
    super::{
        ast::{Source, Written},
        attribute::OWN_KEYS,
        check::source,
        signature,
    },
    ast::{Block, Handlers, Member, Method},
};
use crate::{
    ctxt::Ctxt,
    event::{Part, Takes, Taking},
};

const PART: Part = Part { attribute: "on", what: "method", keys: OWN_KEYS };

/// Checks a block; `None` if something is missing, which was reported.
pub(crate) fn handlers<'a>(
    cx: &Ctxt,
    written: &'a Written,
    block: &'a Block,
) -> Option<Handlers<'a>> {
    if let Some((of, _)) = &block.of {
        cx.error_at(
            of,
            "a block of handlers implements no trait: move the methods with `#[on(..)]` to an `impl` block of the type's own",
        );
        return None;
    }
    let source = whose(cx, written, block);
    check_generics(cx, block);
    let mut methods = Vec::new();
    for member in &block.members {
        check_name(cx, member);
        if let Some(mut method) = method(cx, member) {
            if let Takes::Names(names) = &mut method.takes {
                names.resolve(cx, written.named_provider());
            }
            methods.push(method);
        }
    }
    if block.members.iter().all(|member| member.on.is_empty()) {
        cx.error(
            block.impl_token.span,
            "no method takes an event: write `#[on(\"a.name\")]` to one, or `#[on(other)]` for all events",
        );
    }
    // Of methods that are not always compiled, two may take the same.
    let always = methods.iter().filter(|method| method.cfg.is_empty());
    let all = always.map(|method| (method.ident, &method.takes)).collect();
    Taking { part: PART.what, all, ignore_others: written.ignore_others }.check(cx);
    let further: Vec<&Type> =
        methods.iter().flat_map(|method| method.further.iter().copied()).collect();
    let state = written.state.as_ref().or_else(|| signature::state(cx, &further));
    Some(Handlers { written, block, source: source?, state, methods })
}

fn whose<'a>(cx: &Ctxt, written: &'a Written, block: &Block) -> Option<Source<'a>> {
    let ident = match &block.ty {
        Type::Path(TypePath { path, qself: None, .. }) => path.segments.last(),
        _ => None,
    };
    let Some(ident) = ident.map(|segment| &segment.ident) else {
        cx.error_at(&block.ty, "handlers are the methods of a type with a name");
        return None;
    };
    let (source, only) = source(cx, written, ident);
    if let Some(only) = only {
        cx.error(
            only.span,
            format!(
                "the methods of a block say which events they take: remove `event`, and write `#[on(\"{}\")]` to one",
                only.value
            ),
        );
    }
    for (word, span) in written.about_one_event() {
        cx.error(
            span,
            format!("the methods of a block take the events: write `{word}` to one, as in `#[on(\"a.name\", {word})]`"),
        );
    }
    if matches!(source, Some(Source::Inline(_))) && !block.generics.params.is_empty() {
        cx.error_at(
            &block.generics.params,
            "a provider has no type parameters: declare it by itself, `#[derive(Provider)]`, and name it, `provider = Acme`",
        );
        return None;
    }
    source
}

fn check_generics(cx: &Ctxt, block: &Block) {
    for param in &block.generics.params {
        if let GenericParam::Lifetime(param) = param {
            cx.error_at(
                param,
                "an endpoint borrows nothing: let the type own what its methods need, as in `Arc<..>` in place of a reference",
            );
        }
    }
}

fn check_name(cx: &Ctxt, member: &Member) {
    let Some(sig) = &member.sig else { return };
    if sig.ident == "endpoint" {
        cx.error(
            sig.ident.span(),
            "`endpoint` is what `#[webhook]` adds to the block: give this one another name",
        );
    }
}

/// Reads a method that takes events; `None` if it takes none, or if it could not be read.
fn method<'a>(cx: &Ctxt, member: &'a Member) -> Option<Method<'a>> {
    let (on, further) = member.on.split_first()?;
    for second in further {
        cx.error_at(second, "a second `#[on(..)]`: put all names into the first");
    }
    let Some(sig) = &member.sig else {
        cx.error_at(on, "`#[on(..)]` stands on a method, an `async fn`");
        return None;
    };
    let takes = PART.takes(cx, on);
    signature::check_qualifiers(cx, sig);
    check_receiver(cx, sig);
    let mut types = Vec::new();
    for input in &sig.inputs {
        if let FnArg::Typed(argument) = input {
            signature::check_argument(cx, &argument.ty);
            types.push(&*argument.ty);
        }
    }
    let (event, further) = match types.split_first() {
        Some((event, further)) if signature::extractor(event).is_none() => {
            (Some(*event), further.to_vec())
        }
        // The method knows its event by name: it need not take the payload.
        _ => (None, types),
    };
    if let (Some(Takes::Names(names)), None) = (&takes, event) {
        names.check_is_own(cx, PART.what);
    }
    let cfg = member.attrs.iter().filter(|attr| attr.path().is_ident("cfg")).collect();
    Some(Method { ident: &sig.ident, cfg, takes: takes?, event, further, output: &sig.output })
}

fn check_receiver(cx: &Ctxt, sig: &Signature) {
    let Some(FnArg::Receiver(receiver)) = sig.inputs.first() else {
        cx.error(
            sig.ident.span(),
            format!("`{}` has no `&self`: add it, as the first argument", sig.ident),
        );
        return;
    };
    match &receiver.kind {
        ReceiverKind::Value => cx.error_at(
            receiver,
            "a handler takes many deliveries: write `&self` in place of `self`",
        ),
        ReceiverKind::Reference(_, _, Some(_)) => cx.error_at(
            receiver,
            "deliveries come at the same time: write `&self`, and keep what changes in a `Mutex` or an atomic",
        ),
        _ => {}
    }
}

impl Method<'_> {
    pub(crate) fn is_other(&self) -> bool {
        matches!(self.takes, Takes::Other(_))
    }
}
