//! [Google Cloud Pub/Sub](https://docs.cloud.google.com/pubsub/docs/authenticate-push-subscriptions):
//! messages of push subscriptions.
//!
//! **Signature.** Header `Authorization`, as `Bearer {token}`: a JSON web token, RSA with SHA-256, that says who calls. It says nothing of the body.
//!
//! **Keys.** The token names one (`kid`) of the provider's JSON web key set.
//!
//! **What the owner says.** The provider signs such tokens for all of its customers, so that a
//! signature alone shows nothing: the audience of the subscription (`aud`) and the service account that
//! it pushes as (`email`) have to be yours. They are the two lines of the secret; where a key is at hand,
//! it follows on the next.
//!
//! ```
//! # fn endpoint() -> Result<(), webhook_core::SetupError> {
//! use webhook_core::{Delivery, Provider, Secret, key_source::{FetchFuture, Keys}};
//! use webhook_providers::google_pubsub::GooglePubSub;
//!
//! let ours = Secret::new("https://hooks.example.com/pubsub\npush@project.iam.gserviceaccount.com");
//! // A client that the application has already; with the feature `key-source-http`,
//! // `Keys::over_https()` is one.
//! let client = |address: &str, limit: usize| -> FetchFuture {
//!     # let _ = (address, limit);
//!     Box::pin(async { Err("no network in examples".into()) })
//! };
//! let endpoint = GooglePubSub::SCHEME.endpoint(ours.with_keys(Keys::over(client)), |delivery: Delivery| {
//!     async move { println!("{} bytes", delivery.body().len()) }
//! })?;
//! # let _ = endpoint;
//! # Ok(())
//! # }
//! # endpoint().unwrap();
//! ```
//!
//! **Evidence.** The provider's documentation, and its
//! [discovery document](https://accounts.google.com/.well-known/openid-configuration), which names the
//! address of the keys. No signature is published that can be verified.
//!
//! **What the sources leave open, and the choice made.**
//! - The message's id stands in the body, which nobody signs: it identifies nothing here, and every
//!   delivery is handled.
//! - Subscriptions that push without authentication send no token, and are refused.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "google-pubsub",
    display_name = "Google Cloud Pub/Sub",
    docs = "https://docs.cloud.google.com/pubsub/docs/authenticate-push-subscriptions",
    evidence = "docs",
    algo = "jwt-rs256",
    header = "Authorization",
    format = "Bearer {signature}",
    jwt(issuer = "https://accounts.google.com", owner = ["aud", "email"], expiry = "required"),
    public_keys(id = "kid", url = "https://www.googleapis.com/oauth2/v3/certs", form = "jwks"),
    payload = "/message",
    unsigned = "the token says who calls, and nothing of what is said",
)]
pub struct GooglePubSub;

#[doc(hidden)]
pub use GooglePubSub as __Provider;
