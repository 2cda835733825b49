//! The reader of a payload.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, Fields, Ident, parse_quote};

use super::{
    ast::{Field, Payload, Written},
    check::derives_deserialize,
};

/// Expands to:
///
/// ```text
/// struct Paid { amount_paid: i64, .. }
///
/// impl<'de> Deserialize<'de> for Paid {
///     fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
///         const NODES: &[Node] = &[Node { name: "amount_paid", field: 0, below: &[] }, ..];
///         let mut slots = [None; 2];
///         read::slots(from, NODES, &mut slots)?;
///         let [slot_0, ..] = slots;
///         Ok(Self { amount_paid: read::required(slot_0, &About { .. }, read::any)?, .. })
///     }
/// }
/// impl Shaped for Paid {
///     const SHAPE: Shape = Shape::Payload(&Part { provider: "stripe", .. });
/// }
/// const _: () = <Of<Status>>::SHAPE.reads_text("/status of invoice.paid", &["draft", ..]);
/// ```
pub(crate) fn payload(payload: &Payload<'_>) -> TokenStream {
    let item = item(payload);
    let deserialize = deserialize(payload);
    let shape = shape(payload);
    let comparisons = payload.fields.iter().flat_map(|field| {
        let cfg = &field.written.cfg;
        field.comparisons.iter().map(move |comparison| quote!(#(#cfg)* const _: () = #comparison;))
    });
    let enclosed = payload.written.root.enclose(&quote! {
        #deserialize
        #shape
        // Needed for types of which nothing is known.
        #[allow(unused_imports)]
        use __webhook::check::Unshaped as _;
        #(#comparisons)*
    });
    let cfg = payload.written.item.attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
    quote!(#item #(#cfg)* #enclosed)
}

/// The same for a struct with mistakes: its errors, and a reader that never runs.
pub(crate) fn fallback(written: &Written, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    let item = &written.item;
    let ident = &item.ident;
    if derives_deserialize(written).is_some() {
        return quote!(#item #errors);
    }
    let (_, ty_generics, where_clause) = item.generics.split_for_impl();
    let params = &item.generics.params;
    let enclosed = written.root.enclose(&quote! {
        #[automatically_derived]
        impl<'__de, #params> __webhook::Deserialize<'__de> for #ident #ty_generics #where_clause {
            fn deserialize<__D: __webhook::Deserializer<'__de>>(
                _: __D,
            ) -> __webhook::Result<Self, __D::Error> {
                __webhook::core::unreachable!()
            }
        }
    });
    quote!(#item #errors #enclosed)
}

/// The struct, with what its schema says of it in its documentation.
fn item(payload: &Payload<'_>) -> TokenStream {
    let mut item = payload.written.item.clone();
    if let Some(source) = &payload.source {
        document(&mut item.attrs, source);
    }
    if let Fields::Named(named) = &mut item.fields {
        for field in &mut named.named {
            let checked = payload
                .fields
                .iter()
                .find(|checked| Some(&checked.written.ident) == field.ident.as_ref());
            if let Some(doc) = checked.and_then(|checked| checked.doc.as_ref()) {
                document(&mut field.attrs, doc);
            }
        }
    }
    item.into_token_stream()
}

/// Adds a paragraph to the documentation.
fn document(attrs: &mut Vec<Attribute>, paragraph: &str) {
    let is_first = !attrs.iter().any(|attr| attr.path().is_ident("doc"));
    let paragraph = format!("{}{paragraph}", if is_first { "" } else { "\n\n" });
    attrs.push(parse_quote!(#[doc = #paragraph]));
}

fn deserialize(payload: &Payload<'_>) -> TokenStream {
    let Written { item, .. } = payload.written;
    let ident = &item.ident;
    let (_, ty_generics, where_clause) = item.generics.split_for_impl();
    let params = payload
        .lifetime
        .map_or_else(|| quote!('__de), |lifetime| quote!('__de: #lifetime, #lifetime));
    let count = payload.fields.len();
    let slots: Vec<Ident> = (0..count).map(|index| format_ident!("__slot_{index}")).collect();
    let nodes = nodes(&payload.fields);
    let name = ident.to_string();
    let fields = payload.fields.iter().map(|field| {
        // Of fields that are not compiled together, several may stand in one place.
        let first = payload.fields.iter().position(|other| other.way == field.way);
        let slot = format_ident!("__slot_{}", first.unwrap_or_default());
        let Field { written, is_option, is_cow, wanted, way, .. } = field;
        let cfg = &written.cfg;
        let ident = &written.ident;
        let place = format!("/{}", way.join("/"));
        let about = quote! {
            &__webhook::read::About { payload: #name, place: #place, wanted: #wanted }
        };
        let parse = if *is_cow { quote!(cow) } else { quote!(any) };
        let parse = quote!(__webhook::read::#parse);
        let value = if *is_option {
            quote!(__webhook::read::optional(#slot, #about, #parse))
        } else {
            quote!(__webhook::read::required(#slot, #about, #parse)?)
        };
        quote!(#(#cfg)* #ident: #value,)
    });
    quote! {
        #[automatically_derived]
        impl<#params> __webhook::Deserialize<'__de> for #ident #ty_generics #where_clause {
            fn deserialize<__D: __webhook::Deserializer<'__de>>(
                __from: __D,
            ) -> __webhook::Result<Self, __D::Error> {
                const __NODES: &[__webhook::read::Node] = &[#nodes];
                let mut __slots = [__webhook::None; #count];
                __webhook::read::slots(__from, __NODES, &mut __slots)?;
                #[allow(unused_variables)]
                let [#(#slots),*] = __slots;
                __webhook::Ok(Self { #(#fields)* })
            }
        }
    }
}

/// The ways to the fields, as a tree of names.
#[derive(Default)]
struct Tree<'a> {
    field: Option<usize>,
    below: Vec<(&'a str, Tree<'a>)>,
}

fn nodes(fields: &[Field<'_>]) -> TokenStream {
    let mut root = Tree::default();
    for (index, field) in fields.iter().enumerate() {
        let mut at = &mut root;
        for name in &field.way {
            let known = at.below.iter().position(|(known, _)| known == name);
            let position = known.unwrap_or(at.below.len());
            if known.is_none() {
                at.below.push((name, Tree::default()));
            }
            let Some((_, below)) = at.below.get_mut(position) else { break };
            at = below;
        }
        at.field.get_or_insert(index);
    }
    tree(&root)
}

fn tree(tree: &Tree<'_>) -> TokenStream {
    let nodes = tree.below.iter().map(|(name, inner)| {
        let field =
            inner.field.map_or_else(|| quote!(__webhook::read::WAY), |field| quote!(#field));
        let below = self::tree(inner);
        quote!(__webhook::read::Node { name: #name, field: #field, below: &[#below] },)
    });
    nodes.collect()
}

fn shape(payload: &Payload<'_>) -> TokenStream {
    let Payload { written, provider, events, at, types, .. } = payload;
    let ident = &written.item.ident;
    let (impl_generics, ty_generics, where_clause) = written.item.generics.split_for_impl();
    let name = ident.to_string();
    quote! {
        #[automatically_derived]
        impl #impl_generics __webhook::check::Shaped for #ident #ty_generics #where_clause {
            const SHAPE: __webhook::check::Shape =
                __webhook::check::Shape::Payload(&__webhook::check::Part {
                    provider: #provider,
                    name: #name,
                    events: &[#(#events),*],
                    at: #at,
                    types: &[#(#types),*],
                });
        }
    }
}
