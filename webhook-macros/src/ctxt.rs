//! Where mistakes are collected, so that all of them are reported together.

use std::{cell::RefCell, fmt::Display};

use proc_macro2::Span;
use quote::ToTokens;
use syn::Error;

use crate::grammar::Problem;

/// The mistakes found so far.
///
/// Readers and checks report here and go on; [`Ctxt::finish`] has to be called in the end.
#[derive(Debug)]
pub(crate) struct Ctxt {
    errors: RefCell<Vec<Error>>,
    finished: bool,
}

impl Ctxt {
    pub(crate) fn new() -> Self {
        Self { errors: RefCell::new(Vec::new()), finished: false }
    }

    /// Reports a mistake at a single token.
    pub(crate) fn error(&self, span: Span, sentence: impl Display) {
        self.push(Error::new(span, sentence));
    }

    /// Reports a mistake at several tokens: stable Rust underlines all of them only this way.
    pub(crate) fn error_at(&self, tokens: impl ToTokens, sentence: impl Display) {
        self.push(Error::new_spanned(tokens, sentence));
    }

    pub(crate) fn push(&self, error: Error) {
        self.errors.borrow_mut().push(error);
    }

    /// Whether nothing was reported yet.
    pub(crate) fn is_clean(&self) -> bool {
        self.errors.borrow().is_empty()
    }

    /// Takes over what the grammar found.
    pub(crate) fn problems(&self, problems: Vec<Problem<Span>>) {
        for Problem { span, sentence } in problems {
            self.error(span, sentence);
        }
    }

    /// Ends the collecting: `value` if nothing was reported, else all mistakes at once.
    pub(crate) fn finish<T>(mut self, value: Option<T>) -> Result<T, Error> {
        self.finished = true;
        let errors = std::mem::take(&mut *self.errors.borrow_mut());
        let combined = errors.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        });
        match (combined, value) {
            (Some(error), _) => Err(error),
            (None, Some(value)) => Ok(value),
            (None, None) => Err(Error::new(
                Span::call_site(),
                "this is a bug in webhook-kit, please report it: nothing is wrong, and nothing was made",
            )),
        }
    }
}

impl Drop for Ctxt {
    fn drop(&mut self) {
        debug_assert!(
            self.finished || std::thread::panicking(),
            "mistakes were collected and not reported"
        );
    }
}
