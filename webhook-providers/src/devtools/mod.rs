//! devtools.
