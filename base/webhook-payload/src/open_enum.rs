//! Enums of wire names that stay open. Everything but the macro is private to its expansion.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;

/// Declares an enum of the names that a sender is known to use, and of any other name.
///
/// A sender adds a status long before its receivers learn of it; a closed enum would lose
/// every delivery that carries it. Beside the variants that are listed, the enum has
/// `Other(Box<str>)` for the names that are not, spelled as the sender spelled them.
///
/// It has `as_str` and `KNOWN` (the listed names), and is `Debug`, `Display`, `Clone`, `Eq`,
/// `Hash`, `From<&str>`, `Serialize`, `Deserialize` (from a JSON string) and
/// `#[non_exhaustive]`: names that move from `Other` to a variant of their own do not break
/// the code that matches on it, as long as it asks for an unlisted name with `as_str` instead
/// of naming it in `Other("…")`. None of the variants may be called `Other`.
///
/// Each variant's documentation ends with its name on the wire, and may consist of that.
/// One call may declare several enums.
///
/// ```
/// webhook_payload::open_enum! {
///     /// How a payout stands.
///     pub enum Status {
///         /// The money has arrived.
///         Successful = "successful",
///         Failed = "failed",
///     }
/// }
///
/// assert_eq!(Status::from("failed"), Status::Failed);
/// assert_eq!(Status::Failed.as_str(), "failed");
/// assert_eq!(Status::KNOWN, ["successful", "failed"]);
///
/// // A name of tomorrow is no error ...
/// let status: Status = serde_json::from_str(r#""on_hold""#)?;
/// assert_eq!(status, Status::Other("on_hold".into()));
/// assert_eq!(serde_json::to_string(&status)?, r#""on_hold""#);
///
/// // ... but what is no name is one.
/// assert!(serde_json::from_str::<Status>("7").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! open_enum {
    ($(
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $wire:literal),+ $(,)?
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        $vis enum $name {
            $(
                $(#[$variant_meta])*
                #[doc = ::core::concat!("\n\nOn the wire: `", $wire, "`.")]
                $variant,
            )+
            /// A name that is not listed here, as the sender wrote it.
            Other(::std::boxed::Box<str>),
        }

        impl $name {
            /// The names that are listed, in the order of the variants.
            #[allow(dead_code)] // of a private enum
            $vis const KNOWN: &'static [&'static str] = &[$($wire),+];

            /// The name, as it stands in the sender's JSON.
            $vis fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)+
                    Self::Other(name) => name,
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(name: &str) -> Self {
                match name {
                    $($wire => Self::$variant,)+
                    other => Self::Other(::std::boxed::Box::from(other)),
                }
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::__private::Shaped for $name {
            const SHAPE: $crate::__private::Shape = $crate::__private::Shape::Words(Self::KNOWN);
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::__private::deserialize(deserializer)
            }
        }
    )+};
}

/// Reads a name through `From<&str>`, which is total.
///
/// # Errors
///
/// If what stands there is not a string.
pub fn deserialize<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: for<'a> From<&'a str>,
{
    deserializer.deserialize_str(NameVisitor(PhantomData))
}

struct NameVisitor<T>(PhantomData<T>);

impl<T: for<'a> From<&'a str>> serde::de::Visitor<'_> for NameVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name in a string")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<T, E> {
        Ok(T::from(name))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    open_enum! {
        /// A private one compiles too, and its variants may carry attributes.
        enum Colour {
            Red = "red",
            /// Spelled with two words.
            DarkBlue = "dark blue",
        }
    }

    fn read(json: &str) -> serde_json::Result<Colour> {
        serde_json::from_str(json)
    }

    #[test]
    fn listed_and_unlisted_names_survive_both_ways() {
        for name in ["red", "dark blue", "RED", "", "\u{1F34E}", "Other"] {
            let json = serde_json::to_string(name).unwrap();
            let colour = read(&json).unwrap();
            assert_eq!(colour.as_str(), name);
            assert_eq!(colour.to_string(), name);
            assert_eq!(colour, Colour::from(name));
            assert_eq!(serde_json::to_string(&colour).unwrap(), json);
            assert_eq!(matches!(colour, Colour::Other(_)), !Colour::KNOWN.contains(&name));
        }
        assert_eq!(read(r#""dark\u0020blue""#).unwrap(), Colour::DarkBlue, "escapes are read");
    }

    #[test]
    fn hashes_by_name() {
        let set = HashSet::from([Colour::from("red"), Colour::Red, Colour::from("x")]);
        assert_eq!(set.len(), 2);
    }

    #[test]
    fn refuses_what_is_no_string() {
        for json in ["1", "null", "{}", "[\"red\"]", "true"] {
            let error = read(json).unwrap_err().to_string();
            assert!(error.contains("a name in a string"), "{error}");
        }
    }
}
