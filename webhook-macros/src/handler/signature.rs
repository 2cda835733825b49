//! What the signature of a handler has to be.

use quote::ToTokens;
use syn::{FnArg, GenericArgument, GenericParam, PathArguments, Safety, Signature, Type, TypePath};

use super::ast::Arguments;
use crate::ctxt::Ctxt;

/// Checks what stands before the arguments.
pub(crate) fn check_qualifiers(cx: &Ctxt, sig: &Signature) {
    match (&sig.asyncness, &sig.constness) {
        (None, None) => cx.error(sig.fn_token.span, "a handler is an `async fn`: add `async`"),
        (None, Some(token)) => {
            cx.error(token.span, "a handler is an `async fn`: write `async` in place of `const`");
        }
        // Of `const async` the compiler itself says that it cannot be.
        (Some(_), _) => {}
    }
    if let Safety::Unsafe(token) = &sig.safety {
        cx.error(token.span, "a handler is not `unsafe`: nobody is there to keep its promises");
    }
    if let Some(abi) = &sig.abi {
        cx.error_at(abi, "a handler is not `extern`: only the endpoint calls it");
    }
    check_generics(cx, sig);
}

fn check_generics(cx: &Ctxt, sig: &Signature) {
    let only_lifetimes =
        sig.generics.params.iter().all(|param| matches!(param, GenericParam::Lifetime(_)));
    if sig.generics.params.is_empty() {
        if let Some(clause) = &sig.generics.where_clause {
            cx.error_at(clause, "a handler has no `where` clause: its types are all known");
        }
    } else if only_lifetimes {
        cx.error_at(
            &sig.generics.params,
            "a handler has no lifetime parameters: write `'_` where a type needs one, as in `Event<'_>`",
        );
    } else {
        cx.error_at(
            &sig.generics.params,
            "a handler has no type parameters: the endpoint has to know every type, so name them",
        );
    }
}

/// Reads the arguments: the event, then the extractors.
pub(crate) fn arguments<'a>(cx: &Ctxt, sig: &'a Signature) -> Option<Arguments<'a>> {
    let mut types = Vec::new();
    for input in &sig.inputs {
        match input {
            FnArg::Typed(argument) => types.push(&*argument.ty),
            FnArg::Receiver(receiver) => {
                cx.error_at(
                    receiver,
                    "a method cannot be a handler: move it out of its `impl` block, and take what `self` holds as `State<..>`",
                );
                return None;
            }
        }
    }
    for ty in &types {
        check_argument(cx, ty);
    }
    let Some((event, further)) = types.split_first() else {
        cx.error(
            sig.paren_token.span.join(),
            "a handler takes an event: add it as the first argument, as in `event: fincra::Event` or `event: RawEvent`",
        );
        return None;
    };
    check_event(cx, event);
    Some(Arguments { event, further: further.to_vec() })
}

pub(crate) fn check_argument(cx: &Ctxt, ty: &Type) {
    match ty {
        Type::Reference(reference) => {
            let inner = text(&reference.elem);
            cx.error_at(
                ty,
                format!("a handler owns its arguments: take `{inner}`, not a reference to it"),
            );
        }
        Type::ImplTrait(_) => {
            cx.error_at(
                ty,
                "the type of a handler's argument has a name: write it in place of `impl ..`",
            );
        }
        _ => {}
    }
}

/// An extractor in the event's place would be decoded from the body.
fn check_event(cx: &Ctxt, ty: &Type) {
    let Some(name) = extractor(ty) else { return };
    cx.error_at(
        ty,
        format!(
            "the first argument is the event: put one before `{name}`, such as `event: RawEvent`"
        ),
    );
}

/// What is read from a body is JSON, which no such type is read from as its author means it.
pub(crate) fn check_whole(cx: &Ctxt, ty: &Type) {
    let Type::Path(TypePath { path, qself: None, .. }) = ty else { return };
    let Some(last) = path.segments.last() else { return };
    let name = last.ident.to_string();
    let is_bytes = name == "Bytes" || name == "Vec" && text(&last.arguments).contains("u8");
    if is_bytes || name == "String" {
        cx.error_at(
            ty,
            format!(
                "a body that is read as `{}` would be a JSON {}: take `RawEvent`, or a `Delivery` behind it for the bytes of its body",
                text(ty),
                if is_bytes { "list of numbers" } else { "text" },
            ),
        );
    }
}

/// The name of an extractor of ours.
pub(crate) fn extractor(ty: &Type) -> Option<&'static str> {
    let Type::Path(TypePath { path, qself: None, .. }) = ty else { return None };
    let last = path.segments.last()?;
    match (last.ident.to_string().as_str(), &last.arguments) {
        ("Delivery", PathArguments::None) => Some("Delivery"),
        ("State", PathArguments::AngleBracketed(_)) => Some("State<..>"),
        ("Envelope", PathArguments::AngleBracketed(_)) => Some("Envelope<..>"),
        _ => None,
    }
}

/// The state that the arguments ask for: the `T` of their `State<T>`.
pub(crate) fn state<'a>(cx: &Ctxt, further: &[&'a Type]) -> Option<&'a Type> {
    let mut states = further.iter().copied().filter_map(state_of);
    let first = states.next()?;
    let wanted = text(first);
    if let Some(second) = states.find(|state| text(state) != wanted) {
        let second_text = text(second);
        cx.error_at(
            second,
            format!(
                "the endpoint has one state, `{wanted}` or `{second_text}`: name the type that has both, `state = AppState`, and implement `FromState<AppState>` for each"
            ),
        );
        return None;
    }
    Some(first)
}

/// `T` of `State<T>`.
pub(crate) fn state_of(ty: &Type) -> Option<&Type> {
    let Type::Path(TypePath { path, qself: None, .. }) = ty else { return None };
    let last = path.segments.last().filter(|last| last.ident == "State")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(ty)) if arguments.args.len() == 1 => Some(ty),
        _ => None,
    }
}

/// A type as users write it: `Arc<Db>`, not `Arc < Db >`.
pub(crate) fn text(tokens: impl ToTokens) -> String {
    let mut text = String::new();
    for token in tokens.into_token_stream() {
        let token = token.to_string();
        let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        if word(text.chars().last()) && word(token.chars().next()) {
            text.push(' ');
        }
        text.push_str(&token);
        if token == "," {
            text.push(' ');
        }
    }
    text
}
