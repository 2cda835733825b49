//! What users write: handlers on the methods of a type, several handlers on one endpoint, and the decoding
//! of what they take.

mod actions;
mod decoding;
mod methods;
mod several_handlers;
