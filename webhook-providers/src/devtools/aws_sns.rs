//! [Amazon SNS](https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html):
//! notifications of topics, over HTTP.
//!
//! **Signature.** `Signature` of the body: RSA (PKCS#1 v1.5), in base64, of some of its members, each
//! as its name and its value on a line of its own: `Subject` where it is there, `SubscribeURL` and
//! `Token` in confirmations. With SHA-256 where `SignatureVersion` is 2, else with SHA-1.
//!
//! **Keys.** The certificate stands at the address that `SigningCertURL` names, which is followed to
//! `SimpleNotificationService-*.pem` of `sns.<region>.amazonaws.com` (and `.com.cn`) and nowhere else: at
//! other paths of these hosts the provider's API answers, with texts of its customers in the answers.
//!
//! **What the owner says.** SNS signs for everybody's topics: a signature shows that SNS sent the
//! message, not that the topic is yours. So the secret is the ARN of the topic, which is compared
//! through the signature; give one for each topic of an endpoint. Where the certificate is at hand, it
//! follows on the next line.
//!
//! ```
//! # fn endpoint() -> Result<(), webhook_core::SetupError> {
//! use webhook_core::{Delivery, Provider, Secret, key_source::{FetchFuture, Keys}};
//! use webhook_providers::aws_sns::AwsSns;
//!
//! let topic = Secret::new("arn:aws:sns:us-east-2:123456789012:payments");
//! // A client that the application has already; with the feature `key-source-http`,
//! // `Keys::over_https()` is one.
//! let client = |address: &str, limit: usize| -> FetchFuture {
//!     # let _ = (address, limit);
//!     Box::pin(async { Err("no network in examples".into()) })
//! };
//! let endpoint = AwsSns::SCHEME.endpoint(topic.with_keys(Keys::over(client)), |delivery: Delivery| {
//!     async move { println!("{:?}", delivery.event()) }
//! })?;
//! # let _ = endpoint;
//! # Ok(())
//! # }
//! # endpoint().unwrap();
//! ```
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [aws/aws-js-sns-message-validator](https://github.com/aws/aws-js-sns-message-validator),
//! [aws/aws-php-sns-message-validator](https://github.com/aws/aws-php-sns-message-validator).
//!
//! **What the sources leave open, and the choice made.**
//! - Of the certificate the key is used, and neither its chain nor its time is looked at: what vouches
//!   for it is that it was fetched over HTTPS from the provider's own host.
//! - A `SubscriptionConfirmation` is an event like others; nothing opens its `SubscribeURL` for you.
//!   Once the delivery is authenticated, a handler may: the address is the provider's.
//! - Members that are not signed (`UnsubscribeURL`, ..) are in the body all the same: believe those
//!   named above, and no other.
//! - Messages keep their time for as long as they are repeated, which may be days: it is not
//!   compared with the clock.
//!
//! **Events.** 3 names. [Amazon SNS, "Parsing Amazon SNS message
//! formats"](https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html), the
//! three values of `Type`. What is newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "aws-sns",
    display_name = "Amazon SNS",
    docs = "https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html",
    evidence = "vector",
    algo = "rsa-sha1",
    alternative(algo = "rsa-sha256", when = "json:/SignatureVersion=2"),
    weak = "the first version of its signatures, which a topic has unless it is set",
    encoding = "base64",
    signature = "json:/Signature",
    message_choice = "first",
    message = [
        "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubscribeURL\n{json:/SubscribeURL}\nTimestamp\n{json:/Timestamp}\nToken\n{json:/Token}\nTopicArn\n{secret}\nType\n{json:/Type}\n",
        "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubject\n{json:/Subject}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{secret}\nType\n{json:/Type}\n",
        "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{secret}\nType\n{json:/Type}\n",
    ],
    public_keys(
        id = "json:/SigningCertURL",
        url = "{id}",
        hosts = [
            "sns.{region}.amazonaws.com/SimpleNotificationService-*.pem",
            "sns.{region}.amazonaws.com.cn/SimpleNotificationService-*.pem",
        ],
        form = "key",
    ),
    id = "/MessageId",
    event_type = "/Type",
    payload = "/Message",
    unsigned = "the sender signs the members that its documentation lists",
    events = [
        "Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation",
    ],
)]
pub struct AwsSns;

#[doc(hidden)]
pub use AwsSns as __Provider;
