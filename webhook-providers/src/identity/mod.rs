//! identity. Written by `webhook-macros/tests/catalogue_names.rs`.

#[cfg(feature = "checkr")]
pub mod checkr;
#[cfg(feature = "clerk")]
pub mod clerk;
#[cfg(feature = "fusionauth")]
pub mod fusionauth;
#[cfg(feature = "kinde")]
pub mod kinde;
#[cfg(feature = "logto")]
pub mod logto;
#[cfg(feature = "okta")]
pub mod okta;
#[cfg(feature = "onfido")]
pub mod onfido;
#[cfg(feature = "persona")]
pub mod persona;
#[cfg(feature = "stytch")]
pub mod stytch;
#[cfg(feature = "supabase-auth-hooks")]
pub mod supabase_auth_hooks;
#[cfg(feature = "vanta")]
pub mod vanta;
#[cfg(feature = "waldo")]
pub mod waldo;
#[cfg(feature = "workos")]
pub mod workos;
