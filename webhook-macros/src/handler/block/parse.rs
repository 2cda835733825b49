//! The block under `#[webhook(..)]`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Attribute, Generics, Signature, Token, Type, Visibility, braced,
    parse::{ParseStream, Parser},
};

use super::{
    super::parse::is_function,
    ast::{Block, Member},
};

/// Whether an item is an `impl` block.
pub(crate) fn is_block(item: &TokenStream) -> bool {
    let parser = |input: ParseStream<'_>| {
        input.call(Attribute::parse_outer)?;
        let is_block = input.peek(Token![impl]);
        input.parse::<TokenStream>()?;
        Ok(is_block)
    };
    parser.parse2(item.clone()).unwrap_or(false)
}

/// Reads an annotated block.
pub(crate) fn block(item: TokenStream) -> syn::Result<Block> {
    read.parse2(item)
}

fn read(input: ParseStream<'_>) -> syn::Result<Block> {
    let attrs = input.call(Attribute::parse_outer)?;
    let impl_token: Token![impl] = input.parse()?;
    let mut generics: Generics = input.parse()?;
    let mut ty: Type = input.parse()?;
    let mut of = None;
    if input.peek(Token![for]) {
        let token: Token![for] = input.parse()?;
        let implementor = input.parse()?;
        of = Some((std::mem::replace(&mut ty, implementor), token));
    }
    generics.where_clause = input.parse()?;
    let content;
    let braces = braced!(content in input).span.join();
    let inner = content.call(Attribute::parse_inner)?;
    let mut members = Vec::new();
    while !content.is_empty() {
        members.push(member(&content)?);
    }
    Ok(Block { attrs, impl_token, generics, of, ty, braces, inner, members })
}

fn member(input: ParseStream<'_>) -> syn::Result<Member> {
    let (on, attrs) = input
        .call(Attribute::parse_outer)?
        .into_iter()
        .partition(|attribute| attribute.path().is_ident("on"));
    let mut tokens = TokenStream::new();
    let sig = function(input, &mut tokens)?;
    // What is not understood goes on as it is: the compiler has its own words for it.
    while !input.is_empty() {
        let ends = input.peek(Token![;]) || input.peek(syn::token::Brace);
        if sig.is_some() && !ends {
            break;
        }
        input.parse::<TokenTree>()?.to_tokens(&mut tokens);
        if ends {
            break;
        }
    }
    Ok(Member { attrs, on, sig, tokens })
}

/// Reads what stands before the body, if it is a function's.
fn function(input: ParseStream<'_>, tokens: &mut TokenStream) -> syn::Result<Option<Signature>> {
    let ahead = input.fork();
    let Ok(vis) = ahead.parse::<Visibility>() else { return Ok(None) };
    if !is_function(&ahead) {
        return Ok(None);
    }
    let Ok(sig) = ahead.parse::<Signature>() else { return Ok(None) };
    input.parse::<Visibility>()?;
    input.parse::<Signature>()?;
    tokens.extend(quote!(#vis #sig));
    Ok(Some(sig))
}

impl Block {
    /// The block without `#[on(..)]`.
    pub(crate) fn item(&self) -> TokenStream {
        let Self { attrs, impl_token, generics, of, ty, braces, inner, members } = self;
        let of = of.as_ref().map(|(of, token)| quote!(#of #token));
        let where_clause = &generics.where_clause;
        let members = members.iter().map(|Member { attrs, on, tokens, .. }| {
            // The macro asks for `async` and for `&self`, whether the body needs them or not.
            let allow = (!on.is_empty())
                .then(|| quote!(#[allow(clippy::unused_async, clippy::unused_self)]));
            quote!(#(#attrs)* #allow #tokens)
        });
        let mut body = proc_macro2::Group::new(Delimiter::Brace, quote!(#(#inner)* #(#members)*));
        body.set_span(*braces);
        quote!(#(#attrs)* #impl_token #generics #of #ty #where_clause #body)
    }
}
