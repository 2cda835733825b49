//! `aws-sns` as `Declared::to_attribute` writes it.

use webhook_kit::Provider;

#[derive(Provider)]
#[rustfmt::skip]
#[provider(
    name = "aws-sns",
    display_name = "Amazon SNS",
    docs = "https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html",
    evidence = "vector",
    algo = "rsa-sha1",
    encoding = "base64",
    signature = "json:/Signature",
    message = ["Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubscribeURL\n{json:/SubscribeURL}\nTimestamp\n{json:/Timestamp}\nToken\n{json:/Token}\nTopicArn\n{secret}\nType\n{json:/Type}\n", "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nSubject\n{json:/Subject}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{secret}\nType\n{json:/Type}\n", "Message\n{json:/Message}\nMessageId\n{json:/MessageId}\nTimestamp\n{json:/Timestamp}\nTopicArn\n{secret}\nType\n{json:/Type}\n"],
    message_choice = "first",
    alternative(algo = "rsa-sha256", when = "json:/SignatureVersion=2"),
    public_keys(id = "json:/SigningCertURL", url = "{id}", hosts = ["sns.{region}.amazonaws.com/SimpleNotificationService-*.pem", "sns.{region}.amazonaws.com.cn/SimpleNotificationService-*.pem"], form = "key"),
    id = "/MessageId",
    event_type = "/Type",
    payload = "/Message",
    weak = "the first version of its signatures, which a topic has unless it is set",
    unsigned = "the sender signs the members that its documentation lists",
    events = ["a.b", "\"\\\n\u{7}"],
)]
pub(super) struct Written;
