//! [FusionAuth](https://fusionauth.io/docs/extend/events-and-webhooks/signing): users, logins
//! and tenants.
//!
//! **Signature.** Header `X-FusionAuth-Signature-JWT`: a JSON web token, RSA or ECDSA over
//! P-256, with SHA-256. Its claim `request_body_sha256` holds the SHA-256 of the body in base64.
//! It carries no time: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's documentation
//! ([FusionAuth/fusionauth-site](https://github.com/FusionAuth/fusionauth-site),
//! `astro/src/content/docs/extend/events-and-webhooks/signing.mdx` as of 020c0182). A token is
//! published there, without its key.
//!
//! **What the sources leave open, and the choice made.**
//! - The keys are those of your own installation, at its `/.well-known/jwks.json`, which the endpoint is
//!   given with `Keys::at`; or give the public key itself in place of a secret. An installation
//!   that signs with a shared secret (HS256) needs a declaration of your own with
//!   `algo = "jwt-hs256"`.
//!
//! **Events.** 64 names. `EventType` of
//! [FusionAuth/fusionauth-typescript-client](https://github.com/FusionAuth/fusionauth-typescript-client),
//! `src/FusionAuthClient.ts`, in npm package `@fusionauth/typescript-client` 1.69.0. What is newer
//! is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "fusionauth",
    display_name = "FusionAuth",
    docs = "https://fusionauth.io/docs/extend/events-and-webhooks/signing",
    evidence = "docs",
    algo = "jwt-rs256",
    alternative(algo = "jwt-es256"),
    header = "X-FusionAuth-Signature-JWT",
    jwt(digest = "request_body_sha256=sha256-base64:body"),
    public_keys(id = "kid", form = "jwks"),
    id = "/event/id",
    event_type = "/event/type",
    events = [
        "audit-log.create", "entity.create", "entity.create.complete", "entity.delete",
        "entity.delete.complete", "entity.update", "entity.update.complete", "event-log.create",
        "group.create", "group.create.complete", "group.delete", "group.delete.complete",
        "group.member.add", "group.member.add.complete", "group.member.remove",
        "group.member.remove.complete", "group.member.update", "group.member.update.complete",
        "group.update", "group.update.complete", "jwt.public-key.update", "jwt.refresh",
        "jwt.refresh-token.revoke", "kickstart.success", "test", "user.action", "user.bulk.create",
        "user.create", "user.create.complete", "user.deactivate", "user.delete",
        "user.delete.complete", "user.email.update", "user.email.verified",
        "user.identity-provider.link", "user.identity-provider.unlink", "user.identity.update",
        "user.identity.verified", "user.login.failed", "user.login.new-device",
        "user.login.success", "user.login.suspicious", "user.loginId.duplicate.create",
        "user.loginId.duplicate.update", "user.password.breach", "user.password.reset.send",
        "user.password.reset.start", "user.password.reset.success", "user.password.update",
        "user.reactivate", "user.registration.create", "user.registration.create.complete",
        "user.registration.delete", "user.registration.delete.complete", "user.registration.update",
        "user.registration.update.complete", "user.registration.verified",
        "user.two-factor.challenge", "user.two-factor.failed-attempt", "user.two-factor.method.add",
        "user.two-factor.method.remove", "user.two-factor.success", "user.update",
        "user.update.complete",
    ],
)]
pub struct FusionAuth;

#[doc(hidden)]
pub use FusionAuth as __Provider;
