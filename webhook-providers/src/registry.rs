//! The catalogue as data, for tools that go through all of it.

use webhook_core::Scheme;

/// A provider of the catalogue.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Entry {
    /// How it signs, and where things stand in its deliveries; its name among them.
    pub scheme: &'static Scheme,
    /// The names of the events that it sends, where a list of them is known; empty otherwise.
    pub events: &'static [&'static str],
    /// Its module in this crate.
    pub module: &'static str,
    /// What kind of provider it is, in one word: `payments`, `messaging`, ...
    pub category: &'static str,
    /// Published bodies of its deliveries, where there are any; none without the feature `samples`.
    pub samples: &'static [Sample],
}

/// A body that a provider published, unchanged.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Sample {
    /// What the sample is called among those of its provider: the event's name, and what is special
    /// about this one.
    pub name: &'static str,
    /// The name of its event; empty where the body names none.
    pub event: &'static str,
    /// The body.
    pub body: &'static str,
}

/// The entry of a module with its samples: their names, and the names of their events.
#[allow(unused_macros, reason = "without a feature there is no entry")]
macro_rules! entry {
    ($module:ident, $folder:literal, $category:literal, [$($name:literal: $event:literal),* $(,)?]) => {
        $crate::registry::Entry {
            scheme: <$crate::$module::__Provider as webhook_core::Provider>::SCHEME,
            events: <$crate::$module::__Provider as webhook_core::Provider>::EVENTS,
            module: stringify!($module),
            category: $category,
            samples: &[$(
                #[cfg(feature = "samples")]
                $crate::registry::Sample {
                    name: $name,
                    event: $event,
                    body: include_str!(concat!("../samples/", $folder, "/", $name, ".json")),
                },
            )*],
        }
    };
}

#[allow(unused_imports, reason = "without a feature there is no entry")]
pub(crate) use entry;
