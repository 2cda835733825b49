//! [Amazon SNS](https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html):
//! notifications of topics, over HTTP.
//!
//! **Signature.** `Signature` of the body: RSA (PKCS#1 v1.5), in base64, of some of its members, each
//! as its name and its value on a line of its own. With SHA-256 where `SignatureVersion` is 2, else
//! with SHA-1.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [aws/aws-js-sns-message-validator](https://github.com/aws/aws-js-sns-message-validator),
//! [aws/aws-php-sns-message-validator](https://github.com/aws/aws-php-sns-message-validator).
//!
//! **What the sources leave open, and the choice made.**
//! - The provider names its certificate by an address (`SigningCertURL`). This declaration goes to
//!   no address that a delivery names: the secret is the certificate, as PEM, fetched once by you
//!   from an `sns.<region>.amazonaws.com` that you trust, and given anew when the provider changes
//!   it.
//! - `Subject` is signed where it is there. Nothing else of the body is signed.
//! - A `SubscriptionConfirmation` signs other members, and wants its `SubscribeURL` to be opened: it
//!   is refused. Confirm a subscription by the provider's console or API.
//! - Messages keep their time for as long as they are repeated, which may be days: it is not
//!   compared with the clock.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "aws-sns",
    title = "Amazon SNS",
    docs = "https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html",
    evidence = "vector",
    algo = "rsa-sha1",
    or(algo = "rsa-sha256", when = "json:/SignatureVersion=2"),
    weak = "the first version of its signatures, which a topic has unless it is set",
    encoding = "base64",
    signature = "json:/Signature",
    message = [
        "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubject\n{json:/Subject}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{json:/TopicArn}\nType\n{json:/Type}\n",
        "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{json:/TopicArn}\nType\n{json:/Type}\n",
    ],
    id = "/MessageId",
    event = "/Type",
    payload = "/Message",
    unsigned = "the sender signs the members that its documentation lists",
)]
pub struct AwsSns;

#[doc(hidden)]
pub use AwsSns as __Provider;
