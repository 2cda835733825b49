//! The language of declarations: templates and values as they are written, and the rules between keys.

mod rules;
mod templates;
