//! HTTP/1.1, as a client and as a server.

pub(crate) mod client;
pub(crate) mod load;
pub(crate) mod server;
