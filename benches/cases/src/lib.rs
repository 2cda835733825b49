//! What is measured: deliveries, the declarations that verify them, and the same written by hand,
//! once as fast as it can be ([`floor`]) and once as it usually is ([`usual`]).

pub mod bodies;
pub mod events;
pub mod floor;
pub mod schemes;
pub mod usual;

/// The secret of every scheme but Standard Webhooks, whose secrets are base64.
pub const SECRET: &str = "4bd1c3f6a8e94b0c9f5d2e7a16038bd1";
pub const STANDARD_SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
