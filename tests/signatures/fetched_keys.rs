//! Endpoints whose public keys are fetched: deliveries that others signed, keys that a stub hands out,
//! and what a stranger can make an endpoint fetch.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a panic fails the test"
)]

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::Request;
use serde::Deserialize;
use webhook_kit::{
    Clock, Delivery, Endpoint, FetchingVerifier, Handler, Outcome, Provider, Rejection, Scheme,
    Secret, Secrets, Verifier,
    key_source::{CachedKeys, Fetch, FetchFuture, KeyFuture, KeySource, Keys, StaticKeys},
    providers::{self, aws_sns::AwsSns, paypal::PayPal, plaid::Plaid, shipengine::ShipEngine},
    public_key::{PublicKey, SignatureAlgorithm},
};

const RECORDED: &str = include_str!("../vectors/fetched.json");
const PUBLISHED: &str = include_str!("../vectors/catalogue/vectors.json");
const AT: u64 = 1_700_000_000;

/// A delivery that Node signed (`oracle/fetched.mjs`), and where its key stands.
#[derive(Debug, Clone, Deserialize)]
struct Recorded {
    provider: String,
    /// What only the owner says.
    owner: Option<String>,
    /// Where the keys of this customer stand.
    given: Option<String>,
    address: String,
    document: String,
    headers: BTreeMap<String, String>,
    body: String,
}

fn recorded() -> Vec<Recorded> {
    serde_json::from_str(RECORDED).expect("the recorded deliveries")
}

fn of(provider: &str) -> Recorded {
    recorded().into_iter().find(|one| one.provider == provider).expect(provider)
}

fn scheme(name: &str) -> &'static Scheme {
    let mut all = providers::all().iter().map(|entry| entry.scheme);
    all.find(|scheme| scheme.name() == name).expect(name)
}

fn noon() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(AT)
}

impl Recorded {
    fn scheme(&self) -> &'static Scheme {
        scheme(&self.provider)
    }

    fn request(&self) -> Request<Bytes> {
        let mut request = Request::post("/hooks");
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        request.body(Bytes::from(self.body.clone())).expect("a request")
    }

    fn provider(&self) -> Publisher {
        Publisher::new([(self.address.as_str(), self.document.as_str())])
    }

    /// What the owner gives to the endpoint.
    fn secrets(&self, publisher: &Publisher) -> Secrets {
        let keys = match &self.given {
            _ if self.provider == "plaid" => Keys::looked_up(publisher.clone()),
            Some(address) => Keys::over(publisher.clone()).at(address),
            None => Keys::over(publisher.clone()),
        };
        match &self.owner {
            Some(owner) => Secret::new(owner.as_bytes()).with_keys(keys),
            None => keys.into(),
        }
    }
}

/// Hands out documents, and remembers what it was asked for.
#[derive(Clone)]
struct Publisher {
    documents: Arc<Mutex<BTreeMap<String, String>>>,
    asked: Arc<Mutex<Vec<String>>>,
    seconds: Arc<AtomicU64>,
}

impl Publisher {
    fn new<'d>(documents: impl IntoIterator<Item = (&'d str, &'d str)>) -> Self {
        let owned = |(at, document): (&str, &str)| (at.to_owned(), document.to_owned());
        Self {
            documents: Arc::new(Mutex::new(documents.into_iter().map(owned).collect())),
            asked: Arc::default(),
            seconds: Arc::new(AtomicU64::new(AT)),
        }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("a lock").clone()
    }

    fn withdraw(&self) {
        self.documents.lock().expect("a lock").clear();
    }
}

impl Fetch for Publisher {
    fn fetch(&self, address: &str, _: usize) -> FetchFuture {
        self.asked.lock().expect("a lock").push(address.to_owned());
        let document = self.documents.lock().expect("a lock").get(address).cloned();
        Box::pin(async move { document.map(Bytes::from).ok_or_else(|| "status 404".into()) })
    }
}

impl Clock for Publisher {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.seconds.load(Ordering::SeqCst))
    }
}

/// An endpoint that counts what it handled, and keeps the last rejection.
struct Receiver<H> {
    endpoint: Endpoint<H>,
    handled: Arc<AtomicUsize>,
    last: Arc<Mutex<String>>,
}

fn receiver(scheme: &'static Scheme, secrets: Secrets) -> Receiver<impl Handler<State = ()>> {
    let (handled, last) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(String::new())));
    let (count, kept) = (Arc::clone(&handled), Arc::clone(&last));
    let endpoint = scheme
        .endpoint(secrets, move |_: Delivery| {
            count.fetch_add(1, Ordering::SeqCst);
            std::future::ready(())
        })
        .expect("an endpoint")
        .clock(noon)
        .observe(move |report| {
            let why = match report.outcome {
                Outcome::Rejected(rejection) => rejection.to_string(),
                outcome => outcome.as_str().to_owned(),
            };
            *kept.lock().expect("a lock") = why;
        });
    Receiver { endpoint, handled, last }
}

impl<H: Handler<State = ()>> Receiver<H> {
    async fn status(&self, request: Request<Bytes>) -> u16 {
        self.endpoint.handle(request).await.status().as_u16()
    }

    fn handled(&self) -> usize {
        self.handled.load(Ordering::SeqCst)
    }

    fn last(&self) -> String {
        self.last.lock().expect("a lock").clone()
    }
}

#[tokio::test]
async fn genuine_deliveries_are_handled_under_a_key_that_is_fetched_once() {
    for recorded in recorded() {
        let (name, publisher) = (&recorded.provider, recorded.provider());
        let receiver = receiver(recorded.scheme(), recorded.secrets(&publisher));
        assert!(publisher.asked().is_empty(), "{name}: nothing is fetched before it is needed");
        for _ in 0..3 {
            assert_eq!(
                receiver.status(recorded.request()).await,
                200,
                "{name}: {}",
                receiver.last()
            );
        }
        assert!(receiver.handled() > 0, "{name}");
        assert_eq!(publisher.asked(), [recorded.address.as_str()], "{name}");

        let mut tampered = recorded.clone();
        tampered.body = recorded.body.replacen('e', "f", 1);
        let status = receiver.status(tampered.request()).await;
        // What vouches for the caller alone says so in its declaration.
        let vouches_for_body = name != "google-pubsub";
        assert_eq!(
            matches!(status, 400 | 401),
            vouches_for_body,
            "{name}: {status} {}",
            receiver.last()
        );
    }
}

#[tokio::test]
async fn the_asynchronous_door_says_the_same() {
    for recorded in recorded() {
        let publisher = recorded.provider();
        let verifier = recorded.scheme().fetching_verifier(recorded.secrets(&publisher));
        let verifier = verifier.expect("a verifier").clock(noon);
        let (parts, body) = recorded.request().into_parts();
        let delivery = verifier.verify(&parts, body).await.expect(&recorded.provider);
        assert_eq!((delivery.provider(), delivery.secret()), (&*recorded.provider, 0));
        publisher.withdraw();
        assert!(
            verifier.verify(&parts, "{}").await.is_err() || recorded.provider == "google-pubsub"
        );
    }
}

/// Certificates and signatures that AWS published, through an endpoint.
#[tokio::test]
async fn published_deliveries_of_sns() {
    #[derive(Deserialize)]
    struct Vector {
        provider: String,
        name: String,
        secret: Option<String>,
        body: String,
        expect: String,
    }
    let all: Vec<Vector> = serde_json::from_str(PUBLISHED).expect("the vectors");
    let mut count = 0;
    for vector in all.iter().filter(|vector| vector.provider == "aws-sns") {
        let body: serde_json::Value = serde_json::from_str(&vector.body).expect("JSON");
        let text = |name: &str| body[name].as_str().expect(name);
        let publisher =
            Publisher::new([(text("SigningCertURL"), vector.secret.as_deref().expect("a key"))]);
        let topic = Secret::new(text("TopicArn"));
        let receiver = receiver(AwsSns::SCHEME, topic.with_keys(Keys::over(publisher.clone())));
        let request = Request::post("/").body(vector.body.clone().into()).expect("a request");
        let expected = if vector.expect == "valid" { 200 } else { 401 };
        assert_eq!(
            receiver.status(request).await,
            expected,
            "{}: {}",
            vector.name,
            receiver.last()
        );
        assert_eq!(publisher.asked().len(), 1, "{}", vector.name);
        count += 1;
    }
    assert_eq!(count, 6);
}

/// A topic of somebody else's is signed by SNS all the same, and so is what was sent without a subject.
#[tokio::test]
async fn sns_vouches_for_the_owner_s_topic_and_all_that_is_signed() {
    let recorded = of("aws-sns");
    let publisher = recorded.provider();
    let keys = || Keys::over(publisher.clone());
    let other = Secret::new("arn:aws:sns:us-west-2:123456789012:Other");
    let refusing = receiver(AwsSns::SCHEME, other.clone().with_keys(keys()));
    assert_eq!(refusing.status(recorded.request()).await, 401);

    let ours = Secret::new(recorded.owner.clone().expect("a topic"));
    let both = Secrets::from([other, ours]).with_keys(keys());
    let verifier = FetchingVerifier::<AwsSns>::new(both).expect("a verifier");
    let (parts, body) = recorded.request().into_parts();
    assert_eq!(verifier.verify(&parts, body).await.expect("genuine").secret(), 1);

    let added = recorded.body.replacen('{', "{\"Subject\":\"added\",", 1);
    // A confirmation has no subject: what is not signed there is not what it is verified by.
    assert!(verifier.verify(&parts, added).await.is_ok());
    let all: Vec<serde_json::Value> = serde_json::from_str(PUBLISHED).expect("the vectors");
    let without = all.iter().find(|one| {
        one["provider"] == "aws-sns"
            && one["expect"] == "valid"
            && !one["body"].as_str().expect("a body").contains("\"Subject\"")
    });
    let without = without.expect("one without a subject");
    let (body, certificate) = (without["body"].as_str().expect("a body"), &without["secret"]);
    let topic = serde_json::from_str::<serde_json::Value>(body).expect("JSON")["TopicArn"].clone();
    let secret =
        format!("{}\n{}", topic.as_str().expect("a topic"), certificate.as_str().expect("a key"));
    let verifier = Verifier::<AwsSns>::new(Secret::new(secret)).expect("a verifier");
    assert!(verifier.verify(&parts, body.to_owned()).is_ok());
    for member in ["\"Subject\":\"added\",", "\"SubscribeURL\":\"https://x/\",\"Token\":\"t\","] {
        let added = body.replacen('{', &format!("{{{member}"), 1);
        let refused = verifier.verify(&parts, added);
        assert!(matches!(refused, Err(Rejection::Signature)), "{member}: {refused:?}");
    }
}

/// A stranger names addresses: none of them is asked for but those of the provider.
#[tokio::test]
async fn forged_addresses_are_not_fetched() {
    let forged = [
        "https://attacker.example/cert.pem",
        "http://api.paypal.com/cert.pem",
        "https://api.paypal.com.attacker.example/cert.pem",
        "https://api.paypal.com@attacker.example/cert.pem",
        "https://api.paypal.com:8443/cert.pem",
        "https://bucket.s3.amazonaws.com/cert.pem",
        // The bucket `sns`, which is somebody's.
        "https://sns.s3.amazonaws.com/SimpleNotificationService-1.pem",
        "https://sns.s3-us-west-2.amazonaws.com/SimpleNotificationService-1.pem",
        "https://sns.us-east-2.amazonaws.com.attacker.example/cert.pem",
        "https://127.0.0.1/cert.pem",
        // What the provider's API answers there, its customers wrote.
        "https://sns.us-east-2.amazonaws.com/?Action=GetTopicAttributes",
        "https://sns.us-east-2.amazonaws.com/SimpleNotificationService-1.pem?Action=GetTopicAttributes",
        "https://api.paypal.com/v1/notifications/certs/../upload",
        "",
    ];
    for provider in ["paypal", "aws-sns"] {
        let recorded = of(provider);
        let publisher = Publisher::new(forged.map(|address| (address, recorded.document.as_str())));
        let receiver = receiver(recorded.scheme(), recorded.secrets(&publisher));
        for address in forged {
            let mut request = recorded.clone();
            request.body = request.body.replace(&recorded.address, address);
            for value in request.headers.values_mut() {
                *value = value.replace(&recorded.address, address);
            }
            assert_eq!(receiver.status(request.request()).await, 401, "{provider}: {address}");
        }
        assert_eq!(publisher.asked(), Vec::<String>::new(), "{provider}");
        assert_eq!(receiver.handled(), 0);
    }
}

/// Thousands of ids that do not exist cost one fetch an interval, or one each where each has a document
/// of its own: then the next sender is not made to wait for them.
#[tokio::test]
async fn forged_ids_cause_no_storm_of_fetches() {
    let genuine = of("shipengine");
    let publisher = genuine.provider();
    let cached = CachedKeys::declared(ShipEngine::SCHEME, publisher.clone()).expect("keys");
    let keys = Keys::of(cached.clock(publisher.clone()));
    let ships = receiver(ShipEngine::SCHEME, keys.into());
    let storm = |round: u32| {
        (0..500).map(move |number| {
            let mut forged = of("shipengine");
            let id = format!("{round}-{number}");
            forged.headers.insert("x-shipengine-rsa-sha256-key-id".to_owned(), id);
            forged.request()
        })
    };
    for forged in storm(0) {
        assert_eq!(ships.status(forged).await, 401);
        assert!(ships.last().contains("no key of the id"), "{}", ships.last());
    }
    assert_eq!(publisher.asked().len(), 1);
    publisher.seconds.fetch_add(10, Ordering::SeqCst);
    for forged in storm(1) {
        assert_eq!(ships.status(forged).await, 401);
    }
    assert_eq!(publisher.asked().len(), 2);
    assert_eq!(ships.status(genuine.request()).await, 200, "who is genuine never notices");

    // Each id has a document of its own.
    let genuine = of("plaid");
    let publisher = Publisher::new([]);
    let plaid = receiver(Plaid::SCHEME, Keys::looked_up(publisher.clone()).into());
    let mut seen = BTreeMap::new();
    for number in 0..100 {
        let mut forged = genuine.clone();
        let token = forged.headers.get_mut("plaid-verification").expect("a token");
        let (_, rest) = token.split_once('.').expect("a head");
        *token = format!("{}.{rest}", head(&format!("{{\"alg\":\"ES256\",\"kid\":\"{number}\"}}")));
        *seen.entry(plaid.status(forged.request()).await).or_insert(0) += 1;
    }
    assert_eq!((publisher.asked().len(), seen), (100, BTreeMap::from([(503, 100)])));
}

fn head(json: &str) -> String {
    use base64ct::{Base64UrlUnpadded, Encoding as _};
    Base64UrlUnpadded::encode_string(json.as_bytes())
}

#[tokio::test]
async fn what_needs_no_key_to_be_refused_fetches_none() {
    let recorded = of("shipengine");
    let publisher = recorded.provider();
    let receiver = receiver(ShipEngine::SCHEME, recorded.secrets(&publisher));
    let without = |name: &str, value: Option<&str>| {
        let mut changed = recorded.clone();
        match value {
            Some(value) => changed.headers.insert(name.to_owned(), value.to_owned()),
            None => changed.headers.remove(name),
        };
        changed.request()
    };
    for (name, value, status) in [
        ("x-shipengine-rsa-sha256-signature", None, 401),
        ("x-shipengine-rsa-sha256-signature", Some("?"), 400),
        ("x-shipengine-timestamp", Some("2020-01-01T00:00:00Z"), 401),
        ("x-shipengine-rsa-sha256-key-id", None, 401),
    ] {
        assert_eq!(receiver.status(without(name, value)).await, status, "{name} {value:?}");
        assert!(value.is_some() || receiver.last().contains(name), "{}", receiver.last());
    }
    let sns = of("aws-sns");
    let certificates = sns.provider();
    let topics = self::receiver(AwsSns::SCHEME, sns.secrets(&certificates));
    for (body, status) in [
        (sns.body.replace("\"Signature\"", "\"None\""), 401),
        (sns.body.replace("\"Signature\":\"", "\"Signature\":\"?"), 400),
        (sns.body.replace("SigningCertURL", "Other"), 401),
        ("no JSON".to_owned(), 400),
    ] {
        let changed = Recorded { body, ..sns.clone() };
        assert_eq!(topics.status(changed.request()).await, status, "{}", topics.last());
    }
    let plaid = of("plaid");
    let keys = plaid.provider();
    let banks = self::receiver(Plaid::SCHEME, plaid.secrets(&keys));
    for token in ["", "a.b", "a.b.c", "e30.e30.c.d"] {
        let headers = BTreeMap::from([("plaid-verification".to_owned(), token.to_owned())]);
        let changed = Recorded { headers, ..plaid.clone() };
        assert_eq!(banks.status(changed.request()).await, 400, "{token}: {}", banks.last());
    }
    for publisher in [publisher, certificates, keys] {
        assert_eq!(publisher.asked(), Vec::<String>::new());
    }
}

/// The keys of a sender are those of all its customers: the claims say for whom a token is.
#[tokio::test]
async fn a_token_for_another_owner_is_refused() {
    let recorded = of("google-pubsub");
    let ours = recorded.owner.as_deref().expect("an owner");
    let theirs = ours.replace("push@", "other@");
    for (said, secret) in
        [(vec![ours], Some(0)), (vec![&*theirs], None), (vec![&*theirs, ours], Some(1))]
    {
        let secrets: Secrets = said.iter().map(|said| Secret::new(*said)).collect();
        let secrets = secrets.with_keys(Keys::over(recorded.provider()));
        let verifier = recorded.scheme().fetching_verifier(secrets).expect("owners").clock(noon);
        let (parts, body) = recorded.request().into_parts();
        let verdict = verifier.verify(&parts, body).await.map(|delivery| delivery.secret());
        assert_eq!(verdict.as_ref().ok(), secret.as_ref(), "{verdict:?}");
        assert!(matches!(verdict, Ok(_) | Err(Rejection::Signature)), "{verdict:?}");
    }
}

/// Counts how often it is asked for keys.
struct Counted(CachedKeys, Arc<AtomicUsize>);

impl KeySource for Counted {
    fn keys<'a>(&'a self, id: Option<&'a str>) -> KeyFuture<'a> {
        self.1.fetch_add(1, Ordering::SeqCst);
        self.0.keys(id)
    }
}

#[tokio::test]
async fn a_delivery_asks_for_its_keys_once_and_one_over_the_limit_for_those_of_its_head() {
    for recorded in recorded() {
        let (scheme, asked) = (recorded.scheme(), Arc::new(AtomicUsize::new(0)));
        let Ok(keys) = CachedKeys::declared(scheme, recorded.provider()) else { continue };
        let keys = Keys::of(Counted(keys, Arc::clone(&asked)));
        let secrets: Secrets = match &recorded.owner {
            Some(owner) => Secret::new(owner.as_bytes()).with_keys(keys),
            None => keys.into(),
        };
        let verifier = scheme.fetching_verifier(secrets).expect("a verifier").clock(noon);
        let (parts, body) = recorded.request().into_parts();
        verifier.verify(&parts, body.clone()).await.expect(&recorded.provider);
        assert_eq!(asked.swap(0, Ordering::SeqCst), 1, "{}", recorded.provider);
        let refused = verifier.limit(body.len() - 1).verify(&parts, body).await;
        assert!(matches!(refused, Err(Rejection::BodyTooLarge { .. })), "{}", recorded.provider);
        let by_head = usize::from(recorded.provider != "aws-sns");
        assert_eq!(asked.load(Ordering::SeqCst), by_head, "{}", recorded.provider);
    }
}

/// A provider that cannot be reached loses no delivery: its sender tries again.
#[tokio::test]
async fn an_unreachable_provider_is_the_sender_s_to_try_again() {
    for recorded in recorded() {
        let publisher = Publisher::new([]);
        let receiver = receiver(recorded.scheme(), recorded.secrets(&publisher));
        let answer = receiver.endpoint.handle(recorded.request()).await;
        assert_eq!(answer.status(), 503, "{}: {}", recorded.provider, receiver.last());
        let told = String::from_utf8_lossy(answer.body()).into_owned();
        assert_eq!(told, "{\"title\":\"Service Unavailable\",\"status\":503}");
        assert!(receiver.last().contains("status 404"), "{}", receiver.last());
        assert_eq!(receiver.handled(), 0);
    }
}

#[tokio::test]
async fn a_key_that_does_not_come_is_waited_for_no_longer_than_is_said() {
    struct Never;
    impl Fetch for Never {
        fn fetch(&self, _: &str, _: usize) -> FetchFuture {
            Box::pin(std::future::pending())
        }
    }
    let recorded = of("shipengine");
    let asked = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&asked);
    let timer = move |duration: Duration| {
        kept.lock().expect("a lock").push(duration);
        std::future::ready(())
    };
    let keys = Keys::over(Never).timeout(Duration::from_secs(3));
    let receiver = receiver(ShipEngine::SCHEME, keys.into());
    let endpoint = receiver.endpoint.clone().timer(timer);
    assert_eq!(endpoint.handle(recorded.request()).await.status(), 503);
    assert!(receiver.last().contains("too long"), "{}", receiver.last());
    assert_eq!(*asked.lock().expect("a lock"), [Duration::from_secs(3)]);
}

/// The declaration names the algorithm: a source cannot bring another.
#[tokio::test]
async fn keys_of_another_algorithm_do_not_count() {
    let recorded = of("shipengine");
    let pem = include_str!("../vectors/keys/rsa-one.pub");
    for (algorithm, status) in
        [(SignatureAlgorithm::RsaSha256, 200), (SignatureAlgorithm::RsaSha512, 401)]
    {
        let key = PublicKey::new(algorithm, pem).expect("a key");
        let source = StaticKeys::new([(Some("key-1".to_owned()), key)]);
        let receiver = receiver(ShipEngine::SCHEME, Keys::of(source).into());
        assert_eq!(receiver.status(recorded.request()).await, status, "{algorithm:?}");
    }
}

#[test]
fn what_is_missing_is_an_error_before_the_first_request() {
    let publisher = || Publisher::new([]);
    let why = |scheme: &'static Scheme, secrets: Secrets| {
        let made = scheme.endpoint(secrets, |_: Delivery| async {});
        made.err().map(|error| error.to_string()).unwrap_or_default()
    };
    let keys = || Keys::over(publisher());
    let pem = include_str!("../vectors/keys/rsa-one.pub");
    for (scheme, secrets, sentence) in [
        (ShipEngine::SCHEME, Secrets::default(), "needs its public keys, or a source of them"),
        (Plaid::SCHEME, keys().into(), "does not say where its keys stand"),
        (Plaid::SCHEME, keys().at("http://plaid.example/").into(), "is not an https address"),
        (ShipEngine::SCHEME, Secret::new(pem).with_keys(keys()), "and a source of keys"),
        (PayPal::SCHEME, keys().into(), "what only its owner knows"),
        (PayPal::SCHEME, Secret::new("8PT5").into(), "a key follows"),
        (PayPal::SCHEME, Secret::new(format!("8PT5\n{pem}")).with_keys(keys()), "a key follows"),
        (PayPal::SCHEME, Secret::new(format!("\n{pem}")).into(), "has to begin with what only"),
        (PayPal::SCHEME, Secret::new(pem).into(), "has to begin with what only"),
        (
            scheme("google-pubsub"),
            Secret::new("https://hooks.example.com").with_keys(keys()),
            "on a line of its own: here 2",
        ),
        (scheme("discord"), keys().into(), "does not say that keys are fetched"),
        (scheme("fincra"), keys().into(), "does not say that keys are fetched"),
        (
            ShipEngine::SCHEME,
            Keys::looked_up(publisher()).at("https://x.example/").into(),
            "remove `at`",
        ),
    ] {
        let said = why(scheme, secrets);
        assert!(said.contains(sentence), "{}: {said:?}", scheme.name());
    }
    let waiting = Verifier::<ShipEngine>::new(keys()).expect_err("it does not wait").to_string();
    assert!(waiting.contains("`FetchingVerifier`"), "{waiting}");
    assert_eq!(why(ShipEngine::SCHEME, Secret::new(pem).into()), "");
    assert_eq!(why(PayPal::SCHEME, Secret::new(format!("8PT5\n{pem}")).into()), "");
}

/// The client that is there already, over loopback, where no TLS is wanted.
#[cfg(feature = "key-source-http")]
#[tokio::test]
async fn keys_are_fetched_over_http_where_nothing_else_is_given() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    let recorded = of("shipengine");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}/jwks", listener.local_addr().expect("an address"));
    let document = recorded.document.clone();
    let server = tokio::spawn(async move {
        let (mut client, _) = listener.accept().await.expect("a client");
        let mut request = [0; 4096];
        let read = client.read(&mut request).await.expect("a request");
        let head =
            format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{document}", document.len());
        client.write_all(head.as_bytes()).await.expect("an answer");
        String::from_utf8_lossy(&request[..read]).into_owned()
    });
    let receiver = receiver(ShipEngine::SCHEME, Keys::over_https().at(address).into());
    assert_eq!(receiver.status(recorded.request()).await, 200, "{}", receiver.last());
    assert_eq!(receiver.status(recorded.request()).await, 200, "{}", receiver.last());
    assert!(server.await.expect("a request").starts_with("GET /jwks HTTP/1.1\r\n"));
}
