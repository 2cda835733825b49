//! Sources of keys: what they answer, and what a sender can make them fetch.

use std::{
    collections::BTreeMap,
    future::Future,
    pin::pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    task::{Context, Waker},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use tokio::sync::Semaphore;
use webhook_core::{
    Clock,
    key_source::{
        CachedKeys, DocumentForm, Fetch, FetchFuture, KeptDocument, KeySource, KeySourceError,
        KeyStore, KeyStoreFuture, MOST_AT_ONCE, StaticKeys,
    },
    public_key::{PublicKey, SignatureAlgorithm},
    scheme::Pointer,
};

const SET: &str = r#"{"keys":[
    {"kty":"OKP","crv":"Ed25519","kid":"one","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
    {"kty":"OKP","crv":"Ed25519","kid":"two","x":"PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw"}
]}"#;
const ROTATED: &str = r#"{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"three","x":"_FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU"}]}"#;
/// More than any test fetches.
const PERMITS: usize = 100_000;
const ADDRESS: &str = "https://provider.example/jwks";

/// A provider that counts how often it is asked.
#[derive(Clone)]
struct Provider {
    fetches: Arc<AtomicUsize>,
    answer: Arc<Mutex<Result<String, String>>>,
    /// Fetches wait here for a permit.
    gate: Arc<Semaphore>,
    seconds: Arc<AtomicU64>,
}

impl Provider {
    fn new(document: &str) -> Self {
        Self {
            fetches: Arc::default(),
            answer: Arc::new(Mutex::new(Ok(document.to_owned()))),
            gate: Arc::new(Semaphore::new(PERMITS)),
            seconds: Arc::new(AtomicU64::new(1_700_000_000)),
        }
    }

    fn now_answers(&self, answer: Result<&str, &str>) {
        *self.answer.lock().unwrap() = answer.map(str::to_owned).map_err(str::to_owned);
    }

    fn fetches(&self) -> usize {
        self.fetches.load(Ordering::SeqCst)
    }

    fn pass(&self, seconds: u64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    fn go_back(&self, seconds: u64) {
        self.seconds.fetch_sub(seconds, Ordering::SeqCst);
    }

    fn key_set(&self) -> CachedKeys {
        CachedKeys::key_set(SignatureAlgorithm::Ed25519, ADDRESS, self.clone())
            .unwrap()
            .clock(self.clone())
    }
}

impl Fetch for Provider {
    fn fetch(&self, _: &str, _: usize) -> FetchFuture {
        let this = self.clone();
        Box::pin(async move {
            this.fetches.fetch_add(1, Ordering::SeqCst);
            this.gate.acquire().await?.forget();
            let answer = this.answer.lock().unwrap().clone();
            answer.map(Bytes::from).map_err(Into::into)
        })
    }
}

impl Clock for Provider {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.seconds.load(Ordering::SeqCst))
    }
}

async fn count(source: &impl KeySource, id: &str) -> Result<usize, KeySourceError> {
    source.keys(Some(id)).await.map(|keys| keys.len())
}

#[tokio::test]
async fn keys_are_fetched_once() {
    let provider = Provider::new(SET);
    let source = provider.key_set();
    assert_eq!(provider.fetches(), 0, "nothing is fetched before it is needed");
    for _ in 0..5 {
        assert_eq!(count(&source, "one").await, Ok(1));
        assert_eq!(count(&source, "two").await, Ok(1));
        assert_eq!(source.keys(None).await.unwrap().len(), 2, "without an id all are tried");
    }
    assert_eq!(provider.fetches(), 1);
}

/// Thousands of deliveries with made-up ids, at once and one after the other.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_storm_of_unknown_ids_causes_one_fetch_an_interval() {
    let provider = Provider::new(SET);
    let source = Arc::new(provider.key_set());
    let storm = |round: u32| {
        let source = Arc::clone(&source);
        async move {
            let tasks: Vec<_> = (0..1000)
                .map(|number| {
                    let source = Arc::clone(&source);
                    tokio::spawn(async move { count(&*source, &format!("{round}-{number}")).await })
                })
                .collect();
            for task in tasks {
                assert_eq!(task.await.unwrap(), Err(KeySourceError::UnknownId));
            }
        }
    };
    for round in 0..3 {
        storm(round).await;
        assert_eq!(provider.fetches(), 1);
    }
    provider.pass(9);
    storm(3).await;
    assert_eq!(provider.fetches(), 1);
    provider.pass(1);
    storm(4).await;
    assert_eq!(provider.fetches(), 2);
    assert_eq!(count(&*source, "one").await, Ok(1), "genuine deliveries never noticed");
}

#[tokio::test]
async fn a_new_key_is_found() {
    let provider = Provider::new(SET);
    let source = provider.key_set();
    assert_eq!(count(&source, "one").await, Ok(1));
    provider.now_answers(Ok(ROTATED));
    assert_eq!(count(&source, "three").await, Err(KeySourceError::UnknownId), "too soon");
    provider.pass(10);
    assert_eq!(count(&source, "three").await, Ok(1));
    assert_eq!(count(&source, "one").await, Err(KeySourceError::UnknownId), "withdrawn");
    assert_eq!(provider.fetches(), 2);
}

#[tokio::test]
async fn keys_outlive_their_provider_for_a_day() {
    let provider = Provider::new(SET);
    let source = provider.key_set();
    assert_eq!(count(&source, "one").await, Ok(1));
    provider.now_answers(Err("connection refused"));
    provider.pass(3600);
    assert_eq!(count(&source, "one").await, Ok(1), "stale, and the provider does not answer");
    assert_eq!(count(&source, "one").await, Ok(1));
    assert_eq!(provider.fetches(), 2, "failures are not repeated at once either");
    provider.pass(10);
    assert_eq!(count(&source, "one").await, Ok(1));
    assert_eq!(provider.fetches(), 3);
    provider.pass(24 * 3600);
    let error = count(&source, "one").await.unwrap_err();
    assert_eq!(error, KeySourceError::Unavailable("connection refused".into()));
    provider.now_answers(Ok(SET));
    provider.pass(10);
    assert_eq!(count(&source, "one").await, Ok(1));
}

#[tokio::test]
async fn a_broken_document_does_not_replace_a_good_one() {
    let provider = Provider::new(SET);
    let source = provider.key_set().limit(1000);
    assert_eq!(count(&source, "one").await, Ok(1));
    for broken in ["", "{}", r#"{"keys":[]}"#, "<html>", &format!("{SET}{}", " ".repeat(1000))] {
        provider.now_answers(Ok(broken));
        provider.pass(3600);
        assert_eq!(count(&source, "one").await, Ok(1), "{broken}");
    }
    assert_eq!(provider.fetches(), 6);
}

#[tokio::test]
async fn a_clock_that_is_set_back_costs_one_fetch() {
    let provider = Provider::new(SET);
    let source = provider.key_set();
    assert_eq!(count(&source, "one").await, Ok(1));
    provider.go_back(1_000_000);
    for _ in 0..10 {
        assert_eq!(count(&source, "one").await, Ok(1));
    }
    assert_eq!(provider.fetches(), 2);
}

/// A sender that hangs up does not take the fetch with it, nor those who wait for it.
#[tokio::test]
async fn a_fetch_outlives_the_request_that_began_it() {
    let provider = Provider::new(SET);
    provider.gate.forget_permits(PERMITS);
    let source = Arc::new(provider.key_set());
    {
        let mut first = pin!(source.keys(Some("one")));
        assert!(first.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    assert_eq!(provider.fetches(), 1);
    let waiting: Vec<_> = (0..10)
        .map(|_| {
            let source = Arc::clone(&source);
            tokio::spawn(async move { count(&*source, "one").await })
        })
        .collect();
    tokio::task::yield_now().await;
    // Half of those who wait hang up, too.
    for (index, task) in waiting.iter().enumerate() {
        if index % 2 == 0 {
            task.abort();
        }
    }
    provider.gate.add_permits(1);
    for (index, task) in waiting.into_iter().enumerate() {
        if index % 2 == 1 {
            assert_eq!(task.await.unwrap(), Ok(1));
        }
    }
    assert_eq!(provider.fetches(), 1);
}

#[tokio::test]
async fn a_fetch_that_panics_is_a_failure() {
    let provider = Provider::new(SET);
    let fetch = |_: &str, _: usize| -> FetchFuture { Box::pin(async { panic!("in a client") }) };
    let source = CachedKeys::key_set(SignatureAlgorithm::Ed25519, ADDRESS, fetch)
        .unwrap()
        .clock(provider.clone());
    let source = Arc::new(source);
    let first = Arc::clone(&source);
    assert!(tokio::spawn(async move { count(&*first, "one").await }).await.is_err());
    assert!(matches!(count(&*source, "one").await, Err(KeySourceError::Unavailable(_))));
}

const KEY: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

/// One document an address, on the host of a provider.
fn by_address(provider: &Provider) -> CachedKeys {
    let hosts = ["certs.provider.example"];
    let (algorithm, form) = (SignatureAlgorithm::Ed25519, DocumentForm::Key);
    let source = CachedKeys::by_address(algorithm, form, &hosts, provider.clone()).unwrap();
    source.clock(provider.clone())
}

fn made_up(number: usize) -> String {
    format!("https://certs.provider.example/{number}")
}

const GENUINE: &str = "https://certs.provider.example/genuine";

/// Addresses that requests make up: eight fetches at once, and none elsewhere.
#[tokio::test]
async fn a_storm_of_addresses_is_bounded() {
    let provider = Provider::new(KEY);
    let source = Arc::new(by_address(&provider));
    assert_eq!(count(&*source, GENUINE).await, Ok(1));
    assert_eq!(count(&*source, "https://attacker.example/x").await, Err(KeySourceError::UnknownId));
    assert_eq!(provider.fetches(), 1);

    provider.now_answers(Err("404"));
    provider.gate.forget_permits(PERMITS);
    let storm: Vec<_> = (0..500)
        .map(|number| {
            let source = Arc::clone(&source);
            tokio::spawn(async move { count(&*source, &made_up(number)).await })
        })
        .collect();
    tokio::task::yield_now().await;
    assert_eq!(count(&*source, GENUINE).await, Ok(1), "what is known stays known");
    provider.gate.add_permits(PERMITS);
    for task in storm {
        assert!(matches!(task.await.unwrap(), Err(KeySourceError::Unavailable(_))));
    }
    assert_eq!(provider.fetches(), 1 + MOST_AT_ONCE);
    // One after the other they push each other out, not the genuine one; each once an interval.
    for number in 0..1000 {
        assert!(count(&*source, &made_up(1000 + number)).await.is_err());
        assert!(count(&*source, &made_up(1000 + number)).await.is_err());
    }
    assert_eq!(provider.fetches(), 1 + MOST_AT_ONCE + 1000);
    provider.now_answers(Ok(KEY));
    assert_eq!(count(&*source, GENUINE).await, Ok(1));
    assert_eq!(provider.fetches(), 1 + MOST_AT_ONCE + 1000);
}

/// After a restart nothing is known. Strangers name a fresh address each second, or a hundred of
/// them, for ten minutes: each genuine delivery gets its key.
#[tokio::test]
async fn made_up_addresses_do_not_exclude_a_genuine_one() {
    for at_once in [1, 100] {
        let provider = Provider::new(KEY);
        let source = by_address(&provider);
        let mut accepted = 0;
        for second in 0..600 {
            provider.now_answers(Err("404"));
            for number in 0..at_once {
                assert!(count(&source, &made_up(second * 100 + number)).await.is_err());
            }
            provider.now_answers(Ok(KEY));
            if second % 20 == 19 {
                let genuine = format!("{GENUINE}-{second}");
                accepted += usize::from(count(&source, &genuine).await == Ok(1));
            }
            provider.pass(1);
        }
        assert_eq!(accepted, 30, "{at_once} a second");
    }
}

/// Whoever hangs up holds no place.
#[tokio::test]
async fn requests_that_are_given_up_hold_no_place() {
    let provider = Provider::new(KEY);
    provider.gate.forget_permits(PERMITS);
    let source = by_address(&provider);
    for number in 0..100 {
        let address = made_up(number);
        let mut asked = pin!(source.keys(Some(&address)));
        assert!(asked.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }
    provider.gate.add_permits(PERMITS);
    assert_eq!(count(&source, GENUINE).await, Ok(1));
    // A fetch that was given up is carried on, and later begun anew.
    let fetches = provider.fetches();
    assert_eq!(count(&source, &made_up(99)).await, Ok(1));
    assert_eq!(provider.fetches(), fetches);
    provider.pass(10);
    assert_eq!(count(&source, &made_up(98)).await, Ok(1));
    assert_eq!(provider.fetches(), fetches + 1);
}

/// A store that is a map.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<BTreeMap<String, KeptDocument>>>);

impl KeyStore for Kept {
    fn load(&self, address: &str) -> KeyStoreFuture<Option<KeptDocument>> {
        let found = self.0.lock().unwrap().get(address).cloned();
        Box::pin(async move { Ok(found) })
    }

    fn save(&self, address: &str, document: KeptDocument) -> KeyStoreFuture<()> {
        self.0.lock().unwrap().insert(address.to_owned(), document);
        Box::pin(async { Ok(()) })
    }
}

#[tokio::test]
async fn documents_are_kept_over_a_restart() {
    let provider = Provider::new(SET);
    let kept = Kept::default();
    let started = || provider.key_set().store(kept.clone());
    assert_eq!(count(&started(), "one").await, Ok(1));
    provider.now_answers(Err("connection refused"));
    assert_eq!(count(&started(), "one").await, Ok(1));
    assert_eq!(provider.fetches(), 1, "nothing is fetched while it is fresh");
    // As stale as if nothing had been restarted, and for as long.
    provider.pass(3600);
    assert_eq!(count(&started(), "one").await, Ok(1));
    assert_eq!(provider.fetches(), 2);
    provider.pass(24 * 3600);
    assert!(count(&started(), "one").await.is_err());
    provider.now_answers(Ok(SET));
    assert_eq!(count(&started(), "one").await, Ok(1));
    // An id that the kept document lacks is looked for where it stands.
    provider.now_answers(Ok(ROTATED));
    let source = started();
    assert_eq!(count(&source, "one").await, Ok(1));
    provider.pass(10);
    assert_eq!(count(&source, "three").await, Ok(1));
    // What somebody else made of the store is no key, and from the future is not fresh.
    for (fetched_at, document) in
        [(provider.now(), "broken"), (provider.now() + Duration::from_secs(1_000_000), SET)]
    {
        let document = Bytes::from(document);
        let stored = KeptDocument { fetched_at, document };
        kept.0.lock().unwrap().insert(ADDRESS.to_owned(), stored);
        assert_eq!(count(&started(), "three").await, Ok(1));
    }
}

#[tokio::test]
async fn pinned_and_preloaded_keys_wait_for_nobody() {
    let provider = Provider::new(KEY);
    let source = by_address(&provider).pin(Some(GENUINE), KEY.as_bytes()).unwrap();
    source.preload(Some(&made_up(0))).await.unwrap();
    assert_eq!(provider.fetches(), 1);
    provider.now_answers(Err("404"));
    for second in 0..200 {
        assert!(count(&source, &made_up(1 + second)).await.is_err());
    }
    provider.pass(1_000_000);
    assert_eq!(count(&source, GENUINE).await, Ok(1));
    assert!(source.preload(Some(&made_up(0))).await.is_err(), "kept for a day, and no longer");
    // What is pinned does not hide what else is there.
    let set = provider.key_set().pin(None, SET.as_bytes()).unwrap();
    provider.now_answers(Ok(ROTATED));
    assert_eq!(count(&set, "one").await, Ok(1));
    assert_eq!(count(&set, "three").await, Ok(1));
    assert_eq!(count(&set, "one").await, Ok(1));
    assert!(by_address(&provider).pin(Some("https://a.example/"), KEY.as_bytes()).is_err());
    assert!(by_address(&provider).pin(Some(GENUINE), b"no key").is_err());
}

#[tokio::test]
async fn keys_by_id() {
    let provider = Provider::new(&format!(r#"{{"data":{{"id":"x","publicKey":"{KEY}"}}}}"#));
    let form = DocumentForm::JsonKey(Pointer::of(&["data", "publicKey"]));
    let address = "https://api.provider.example/keys/{id}";
    let source =
        CachedKeys::by_id(SignatureAlgorithm::Ed25519, form, address, provider.clone()).unwrap();
    assert_eq!(count(&source, "one").await, Ok(1));
    assert_eq!(count(&source, "two").await, Ok(1));
    assert_eq!(count(&source, "one").await, Ok(1));
    assert_eq!(provider.fetches(), 2);
    for id in ["", "..", "../one", "one/../two", "one?x", "one%2f"] {
        assert_eq!(count(&source, id).await, Err(KeySourceError::UnknownId), "{id}");
    }
    assert!(source.keys(None).await.is_err());
    assert_eq!(provider.fetches(), 2);
}

#[tokio::test]
async fn static_keys() {
    let key = PublicKey::new(SignatureAlgorithm::Ed25519, KEY).unwrap();
    let source: Box<dyn KeySource> =
        Box::new(StaticKeys::new([(Some("one".to_owned()), key.clone()), (None, key)]));
    assert_eq!(source.keys(Some("one")).await.unwrap().len(), 1);
    assert_eq!(source.keys(None).await.unwrap().len(), 2);
    assert_eq!(source.keys(Some("two")).await.unwrap_err(), KeySourceError::UnknownId);
}

#[cfg(feature = "key-source-http")]
mod https {
    use std::time::{Duration, Instant};

    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpListener,
    };
    use webhook_core::key_source::{Fetch, HttpsFetch};

    /// A server that answers one request with these bytes, and then keeps the line open.
    async fn serve(answer: Vec<u8>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/keys?x=1", listener.local_addr().unwrap());
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut head = vec![0; 1024];
            let len = stream.read(&mut head).await.unwrap();
            let head = String::from_utf8_lossy(&head[..len]).to_lowercase();
            assert!(head.starts_with("get /keys?x=1 http/1.1\r\nhost: 127.0.0.1:"), "{head}");
            let _ = stream.write_all(&answer).await;
            tokio::time::sleep(Duration::from_secs(60)).await;
        });
        address
    }

    async fn fetch(answer: impl Into<Vec<u8>>) -> Result<Vec<u8>, String> {
        let client = HttpsFetch::new().unwrap().timeout(Duration::from_millis(500));
        let address = serve(answer.into()).await;
        let fetched = client.fetch(&address, 100).await;
        fetched.map(|document| document.to_vec()).map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn documents_are_bounded_in_size_and_time() {
        let ok = "HTTP/1.1 200 OK\r\n";
        assert_eq!(fetch(format!("{ok}content-length: 2\r\n\r\n{{}}")).await.unwrap(), b"{}");
        let chunked = format!("{ok}transfer-encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n");
        assert_eq!(fetch(chunked).await.unwrap(), b"{}");

        let large = format!("{ok}content-length: 101\r\n\r\n{}", " ".repeat(101));
        assert!(fetch(large).await.is_err());
        let large = format!("{ok}content-length: 1000000000000\r\n\r\n{}", " ".repeat(200));
        assert!(fetch(large).await.is_err());
        let chunk = format!("40\r\n{}\r\n", " ".repeat(64));
        let large = format!("{ok}transfer-encoding: chunked\r\n\r\n{}", chunk.repeat(10));
        assert!(fetch(large).await.is_err());
        let head = format!("{ok}x: {}\r\n\r\n", "y".repeat(200_000));
        assert!(fetch(head).await.is_err());
        assert!(fetch("SSH-2.0-x\r\n\r\n").await.is_err());

        let began = Instant::now();
        assert_eq!(fetch("").await.unwrap_err(), "it took too long");
        let slow = format!("{ok}content-length: 20\r\n\r\n{{");
        assert_eq!(fetch(slow).await.unwrap_err(), "it took too long");
        assert!(began.elapsed() < Duration::from_secs(5));
    }

    #[tokio::test]
    async fn redirections_are_not_followed() {
        for status in ["301 Moved", "302 Found", "307 Temporary", "404 No", "204 None", "500 Oh"] {
            let head = format!("HTTP/1.1 {status}\r\nlocation: http://127.0.0.1/\r\n");
            let error = fetch(format!("{head}content-length: 0\r\n\r\n")).await.unwrap_err();
            assert_eq!(error, format!("status {}", &status[..3]));
        }
    }

    #[tokio::test]
    async fn other_hosts_need_tls() {
        let client = HttpsFetch::new().unwrap();
        for address in ["http://192.0.2.1/", "ftp://192.0.2.1/", "/keys", "", "http://"] {
            assert!(client.fetch(address, 100).await.is_err(), "{address}");
        }
        // A server without TLS, asked for TLS.
        let plain = serve(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".to_vec()).await;
        let client = client.timeout(Duration::from_millis(500));
        assert!(client.fetch(&plain.replace("http:", "https:"), 100).await.is_err());
    }
}
