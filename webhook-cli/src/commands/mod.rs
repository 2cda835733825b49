//! One file a command.

pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod listen;
pub(crate) mod new_provider;
pub(crate) mod providers;
pub(crate) mod reference;
pub(crate) mod send;
pub(crate) mod show;
pub(crate) mod sign;
pub(crate) mod types;
pub(crate) mod verify;
