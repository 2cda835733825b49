//! [eBay](https://developer.ebay.com/api-docs/commerce/notification/overview.html): its Notification
//! API, which tells of orders and of accounts that were deleted.
//!
//! **Signature.** Header `X-EBAY-SIGNATURE`: base64 of a JSON document, whose `signature` is ECDSA over
//! P-256 with SHA-1 of the body, in base64 (DER). What the document says of algorithms is not asked.
//! It carries no time: who records a delivery can send it again later.
//!
//! **Keys.** The document names its key (`kid`), and the provider hands keys out to its developers
//! alone: `GET https://api.ebay.com/commerce/notification/v1/public_key/{kid}`, with an access token of
//! your application. So the endpoint is given `Keys::looked_up(..)` with a function that asks there; it
//! answers with the provider's document, of which `key` is read. Or give the key itself in place of a
//! secret.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [eBay/event-notification-nodejs-sdk](https://github.com/eBay/event-notification-nodejs-sdk);
//! [`getPublicKey`](https://developer.ebay.com/api-docs/buy/notification/resources/public_key/methods/getPublicKey).
//!
//! **What the sources leave open, and the choice made.**
//! - The provider's own code writes the body anew (`JSON.stringify`) before it verifies: the body as it
//!   came is tried first, then that form.
//! - Before it delivers, the provider asks with a `challenge_code` for a hash of it, the verification
//!   token and the address: `verify_token` and `url` tell the endpoint both.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "ebay",
    display_name = "eBay",
    docs = "https://developer.ebay.com/api-docs/commerce/notification/overview.html",
    evidence = "vector",
    algo = "ecdsa-p256-sha1",
    weak = "the sender offers nothing better",
    encoding = "base64",
    signature = "base64-json:X-EBAY-SIGNATURE/signature",
    body = "json",
    public_keys(id = "base64-json:X-EBAY-SIGNATURE/kid", form = "json:/key"),
    id = "/notification/notificationId",
    event_type = "/metadata/topic",
    payload = "/notification/data",
    handshake(
        method = "GET",
        challenge = "query:challenge_code",
        proof = "sha256:{challenge}{verify_token}{url:no-query}",
        answer = "{{\"challengeResponse\":\"{proof}\"}}",
    ),
)]
pub struct Ebay;

#[doc(hidden)]
pub use Ebay as __Provider;
