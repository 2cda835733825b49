//! How payloads are written down.

/// Declares payload types, one line a field: its name, its type, what it means.
///
/// Expands each struct to itself with public, documented fields, `#[non_exhaustive]` and the
/// derives that all payloads have. The text in front is the case of the keys on the wire.
macro_rules! payloads {
    (
        $case:literal:
        $(
            $(#[$meta:meta])*
            pub struct $name:ident {
                $($(#[$field_meta:meta])* $field:ident: $type:ty => $doc:literal),+ $(,)?
            }
        )+
    ) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, serde::Deserialize, serde::Serialize)]
            #[serde(rename_all = $case)]
            #[non_exhaustive]
            pub struct $name {
                $(
                    #[doc = $doc]
                    $(#[$field_meta])*
                    pub $field: $type,
                )+
            }
        )+
    };
}

pub(crate) use payloads;
