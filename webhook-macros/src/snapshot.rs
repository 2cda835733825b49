//! Expansions as they are committed, in `tests/expand/`.

use std::{env, fs, path::PathBuf};

use proc_macro2::TokenStream;

/// Compares an expansion with the committed one, and the lines that it adds to its item with what
/// they may be; `WEBHOOK_BLESS=1` writes it instead.
#[track_caller]
pub(crate) fn assert_expands(name: &str, expansion: &TokenStream, budget: usize) {
    let file = syn::parse2(expansion.clone()).expect("an expansion is items");
    let text = prettyplease::unparse(&file);
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/expand")
        .join(format!("{name}.expanded.rs"));
    if env::var_os("WEBHOOK_BLESS").is_some() {
        fs::write(&path, &text).expect("the snapshot can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        committed, text,
        "{name} expands in another way: look, then run with WEBHOOK_BLESS=1"
    );
    let lines = text.lines().count();
    assert!(lines <= budget, "{name} expands to {lines} lines, over its budget of {budget}");
}

/// The sentences of the errors in an expansion, in order.
pub(crate) fn errors(expansion: &TokenStream) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut in_error = false;
    for token in expansion.clone() {
        match token {
            proc_macro2::TokenTree::Ident(ident) => in_error |= ident == "compile_error",
            proc_macro2::TokenTree::Group(group) if in_error => {
                in_error = false;
                let sentence: syn::LitStr = syn::parse2(group.stream()).expect("a sentence");
                sentences.push(sentence.value());
            }
            proc_macro2::TokenTree::Group(group) => sentences.extend(errors(&group.stream())),
            _ => {}
        }
    }
    sentences
}
