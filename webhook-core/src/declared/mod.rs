//! Declarations in files, and schemes written back as declarations.
//!
//! A file of declarations is TOML, one table a provider, with the keys of `#[provider(..)]`. It is
//! read by the grammar that reads the attribute, so it is refused for the same reasons, in the
//! same words, at a line and a column:
//!
//! ```
//! # use webhook_core as webhook_kit;
//! use webhook_kit::{Secret, declared};
//!
//! let file = r#"
//! [[provider]]
//! name = "acme"
//! algo = "sha256"
//! header = "Acme-Signature"
//! format = "t={timestamp},v1={signature}"
//! message = "{timestamp}.{body}"
//! timestamp = { unit = "seconds", tolerance = "5m" }
//! event_type = "/type"
//! events = ["order.paid", "order.cancelled"]
//! "#;
//! let [acme] = declared::from_toml(file)?[..] else { panic!("one provider") };
//! let secret = Secret::new("a secret");
//! let (parts, body) = acme.scheme.sign(&secret, r#"{"type":"order.paid"}"#).request().into_parts();
//! assert_eq!(acme.scheme.verifier(secret)?.verify(&parts, body)?.event(), Some("order.paid"));
//!
//! let error = declared::from_toml(&file.replace("algo", "alog")).unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "4:1: unknown key `alog` in `[[provider]]`: did you mean `algo`? \
//!      Expected `algo`, `alternative`, `ack`, `ack_body`, `ack_header`, `ack_within` or another"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The other way, [`Declared::to_toml`] and [`Declared::to_attribute`] write a scheme as its
//! declaration, whether it came from a file, from the catalogue or from a derive.

mod error;
mod read;

pub use error::{DeclarationError, Position};
pub use read::{FromFile, parse_toml};

use crate::{provider::Provider, scheme::Scheme};

/// A provider as a value: its scheme, and the names of its events.
#[derive(Debug, Clone, Copy)]
pub struct Declared {
    /// How it signs, and where things stand in its deliveries.
    pub scheme: &'static Scheme,
    /// The names of the events that it sends, where they are known; empty otherwise.
    pub events: &'static [&'static str],
}

impl Declared {
    /// The declaration of a provider's type.
    pub const fn of<P: Provider>() -> Self {
        Self { scheme: P::SCHEME, events: P::EVENTS }
    }

    /// The declaration as a table of a file, which [`from_toml`] reads back as the same scheme;
    /// `None` for a [custom scheme](crate::custom), which no file can say.
    pub fn to_toml(&self) -> Option<String> {
        if self.scheme.custom.is_some() {
            return None;
        }
        Some(self.scheme.declaration().to_toml(self.events))
    }

    /// The declaration as the attribute of a derive: `#[provider(..)]`, over several lines. Where
    /// the scheme is a [custom one](crate::custom), it names `YourCode`.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// use webhook_kit::declared;
    ///
    /// let file = "[[provider]]\nname = 'acme'\nalgo = 'sha512'\nheader = 'x-signature'\n";
    /// assert_eq!(
    ///     declared::from_toml(file)?[0].to_attribute(),
    ///     "#[provider(
    ///     name = \"acme\",
    ///     algo = \"sha512\",
    ///     header = \"x-signature\",
    /// )]
    /// "
    /// );
    /// # Ok::<(), declared::DeclarationError>(())
    /// ```
    pub fn to_attribute(&self) -> String {
        self.scheme.declaration().to_attribute(self.events)
    }
}

/// Reads the providers of a file, and keeps them for as long as the program runs.
///
/// # Memory
///
/// A [`Scheme`] is data that lives as long as the program, so what is read here is never given
/// back: some hundred bytes a provider. Read a file once, when the program starts; to read it
/// again and again, as an editor would, use [`parse_toml`], which keeps nothing.
///
/// # Errors
///
/// [`DeclarationError`] holds everything that is wrong with the file.
pub fn from_toml(text: &str) -> Result<Vec<Declared>, DeclarationError> {
    Ok(parse_toml(text)?.iter().map(FromFile::leak).collect())
}
