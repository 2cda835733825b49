//! [Supabase Auth hooks](https://supabase.com/docs/guides/auth/auth-hooks): hooks of Supabase
//! Auth.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `v1,whsec_`.
//!
//! **Evidence.** The provider's documentation
//! ([supabase/supabase](https://github.com/supabase/supabase),
//! `apps/docs/content/guides/auth/auth-hooks.mdx` as of 02d2e00b). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Hooks expect an answer with a body; a handler here answers no more than a status.
//! - Where a hook's name stands is not stated: each hook has an address of its own.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "supabase-auth-hooks",
    display_name = "Supabase Auth hooks",
    docs = "https://supabase.com/docs/guides/auth/auth-hooks",
    evidence = "docs",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "v1,whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
)]
pub struct SupabaseAuthHooks;

#[doc(hidden)]
pub use SupabaseAuthHooks as __Provider;
