//! `#[webhook(..)]` on an impl block: events are spread over its methods.

mod ast;
mod check;
mod expand;
mod parse;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;

use super::ast::Written;
use crate::ctxt::Ctxt;

pub(super) use parse::{block as read, is_block};

/// The expansion; mistakes become errors beside the block and a handler that type-checks.
pub(super) fn webhook(cx: Ctxt, written: &Written, block: &ast::Block) -> TokenStream {
    let handlers = check::handlers(&cx, written, block);
    match cx.finish(handlers) {
        Ok(handlers) => expand::handlers(&handlers),
        Err(error) => expand::fallback(written, block, &error),
    }
}
