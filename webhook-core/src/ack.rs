//! Acknowledgements: the answer that tells the sender it may forget a delivery.

/// The provider's own acknowledgement: the status that its declaration names, 200 unless it names
/// one.
///
/// A handler that returns nothing acknowledges in the same way; `Ack` says it in words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ack;

/// An acknowledgement with a status of its own, such as `AckWith<202>`.
///
/// The status stands in the type, so that a handler for a provider that takes only another one for
/// an acknowledgement does not compile.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AckWith<const STATUS: u16>;
