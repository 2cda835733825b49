//! The types of fields, as far as their names tell what they read.

use syn::{GenericArgument, PathArguments, Type, TypePath};

/// What the name of a type tells.
pub(crate) enum Rust<'a> {
    /// `String`, `Box<str>`, `Cow<'_, str>`.
    Text,
    /// `&str`, which cannot be borrowed from a text with escapes.
    Str,
    Int,
    Float,
    Bool,
    Decimal,
    Timestamp,
    UnixTime,
    /// Any JSON.
    Json,
    List(&'a Type),
    /// With the type of its values.
    Map(&'a Type),
    /// Nothing.
    Other,
}

/// `Option<T>` is `T`.
pub(crate) fn in_option(ty: &Type) -> Option<&Type> {
    let (name, arguments) = last(ty)?;
    if name == "Option" { argument(arguments, 0) } else { None }
}

/// Whether this is a `Cow<'_, str>`.
pub(crate) fn is_cow(ty: &Type) -> bool {
    last(ty).is_some_and(|(name, arguments)| {
        name == "Cow" && argument(arguments, 0).is_some_and(is_str)
    })
}

impl<'a> Rust<'a> {
    pub(crate) fn of(ty: &'a Type) -> Self {
        if let Type::Reference(reference) = ty {
            return if is_str(&reference.elem) { Self::Str } else { Self::of(&reference.elem) };
        }
        let Some((name, arguments)) = last(ty) else { return Self::Other };
        let has_arguments = !matches!(arguments, PathArguments::None);
        match name.as_str() {
            "String" if !has_arguments => Self::Text,
            "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64"
            | "u128" | "usize" => Self::Int,
            "f32" | "f64" => Self::Float,
            "bool" => Self::Bool,
            "Decimal" => Self::Decimal,
            "Timestamp" => Self::Timestamp,
            "UnixTime" => Self::UnixTime,
            "Json" | "Value" | "RawValue" if !has_arguments => Self::Json,
            "Cow" if is_cow(ty) => Self::Text,
            "Box" | "Arc" | "Rc" => match argument(arguments, 0) {
                Some(inner) if is_str(inner) => Self::Text,
                Some(Type::Slice(slice)) => Self::List(&slice.elem),
                Some(inner) => Self::of(inner),
                None => Self::Other,
            },
            "Vec" | "VecDeque" | "HashSet" | "BTreeSet" => {
                argument(arguments, 0).map_or(Self::Other, Self::List)
            }
            "HashMap" | "BTreeMap" => argument(arguments, 1).map_or(Self::Other, Self::Map),
            _ => Self::Other,
        }
    }
}

fn is_str(ty: &Type) -> bool {
    last(ty).is_some_and(|(name, _)| name == "str")
}

fn last(ty: &Type) -> Option<(String, &PathArguments)> {
    let Type::Path(TypePath { path, qself: None, .. }) = ty else { return None };
    let last = path.segments.last()?;
    Some((last.ident.to_string(), &last.arguments))
}

/// The type that stands at a place among the arguments, lifetimes not counted.
fn argument(arguments: &PathArguments, index: usize) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = arguments else { return None };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    let mut types = types;
    types.nth(index)
}
