//! messaging. Written by `webhook-macros/tests/catalogue_names.rs`.

#[cfg(feature = "ably")]
pub mod ably;
#[cfg(feature = "airship")]
pub mod airship;
#[cfg(feature = "knock")]
pub mod knock;
#[cfg(feature = "lark")]
pub mod lark;
#[cfg(feature = "meta")]
pub mod meta;
#[cfg(feature = "ms-teams")]
pub mod ms_teams;
#[cfg(feature = "sendbird")]
pub mod sendbird;
#[cfg(feature = "sinch-voice")]
pub mod sinch_voice;
#[cfg(feature = "slack")]
pub mod slack;
#[cfg(feature = "telegram")]
pub mod telegram;
#[cfg(feature = "twilio")]
pub mod twilio;
#[cfg(feature = "zoom")]
pub mod zoom;
