//! The schemas of the catalogue's providers, each behind a feature of its name.

use crate::Schema;

macro_rules! schemas {
    ($($name:literal)*) => {
        /// The providers whose schemas there are, whether their features are on or not.
        pub const PROVIDERS: &[&str] = &[$($name),*];

        /// The text of a provider's schema, if its feature is on.
        fn text(provider: &str) -> Option<&'static str> {
            match provider {
                $(
                    #[cfg(feature = $name)]
                    $name => Some(include_str!(concat!("../schemas/", $name, ".txt"))),
                )*
                _ => None,
            }
        }
    };
}

// Written by `webhook-macros/tests/catalogue_names.rs`.
schemas! {
    "adyen-payments"
    "clerk"
    "discord"
    "github"
    "linear"
    "plaid"
    "polar"
    "resend"
    "shopify"
    "slack"
    "square"
    "stripe"
    "telegram"
    "workos"
}

/// A provider's schema, if there is one and its feature is on.
pub fn of(provider: &str) -> Option<Schema<'static>> {
    Schema::new(text(provider)?).ok()
}
