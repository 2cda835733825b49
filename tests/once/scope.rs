//! Whose delivery it is: accounts, endpoints and tenants with equal ids on one store.

use std::sync::Arc;

use webhook_kit::{
    Provider as _, RawEvent, Secret, Secrets, State,
    idempotency::{IdempotencyStore, MemoryStore, Store},
    webhook,
};

use crate::world::{
    Count, Numbered, Shown, acknowledged, counted, handled, on_numbered, on_shown, with,
};

fn stores() -> [Store; 2] {
    let shared: Arc<dyn IdempotencyStore> = Arc::new(MemoryStore::new());
    [Store::from(MemoryStore::new()), Store::from(shared)]
}

/// Two bots send to one address; each counts from its own beginning.
#[tokio::test]
async fn two_accounts_with_equal_ids_on_one_endpoint_each_get_theirs() {
    for store in stores() {
        let secrets = Secrets::of_accounts([
            ("bot a", vec![Secret::new("secret-of-bot-a-new"), Secret::new("secret-of-bot-a")]),
            ("bot b", vec![Secret::new("secret-of-bot-b")]),
        ]);
        let (endpoint, count) = counted(on_shown::endpoint(secrets));
        let endpoint = endpoint.idempotency_store(store, "bots");
        let of = |secret: &str| {
            with(Shown::sign(&Secret::new(secret), "{}").request(), "x-id", "100001")
        };
        acknowledged(&endpoint, [of("secret-of-bot-a"), of("secret-of-bot-b")]).await;
        assert_eq!(handled(&count), 2);
        // Their retries are duplicates, also under a secret that has rotated meanwhile.
        acknowledged(&endpoint, [of("secret-of-bot-b"), of("secret-of-bot-a-new")]).await;
        assert_eq!(handled(&count), 2);
    }
}

#[tokio::test]
async fn two_endpoints_with_equal_ids_on_one_store_each_get_theirs() {
    for store in stores() {
        let sign = || Numbered::sign(&Secret::new("a secret"), r#"{"id":"evt_1"}"#).request();
        let endpoint = |scope: &'static str| {
            let (endpoint, count) = counted(on_numbered::endpoint(Secret::new("a secret")));
            (endpoint.idempotency_store(store.clone(), scope), count)
        };
        let (eu, in_eu) = endpoint("eu");
        let (us, in_us) = endpoint("us");
        acknowledged(&eu, [sign(), sign()]).await;
        acknowledged(&us, [sign(), sign()]).await;
        assert_eq!((handled(&in_eu), handled(&in_us)), (1, 1));
        // Another instance of the same endpoint knows what the first one has handled.
        let (eu, in_eu) = endpoint("eu");
        acknowledged(&eu, [sign()]).await;
        assert_eq!(handled(&in_eu), 0);
    }
}

#[tokio::test]
async fn what_is_forgotten_is_handled_again_for_its_own_scope_alone() {
    let store = Store::default();
    let (endpoint, count) = counted(on_numbered::endpoint(Secret::new("a secret")));
    let key = Arc::new(std::sync::Mutex::new(None));
    let seen = Arc::clone(&key);
    let endpoint = endpoint.idempotency_store(store, "eu").observe(move |report| {
        let key = report.delivery.map(|delivery| delivery.idempotency_key("eu", report.account));
        *seen.lock().expect("no panic") = key;
    });
    let sign = || Numbered::sign(&Secret::new("a secret"), r#"{"id":"evt_1"}"#).request();
    acknowledged(&endpoint, [sign(), sign()]).await;
    assert_eq!(handled(&count), 1);
    let key = key.lock().expect("no panic").expect("a delivery");
    assert!(endpoint.forget(key).await.expect("memory answers"));
    assert!(!endpoint.forget(key).await.expect("memory answers"));
    acknowledged(&endpoint, [sign()]).await;
    assert_eq!(handled(&count), 2);
}

/// In whatever order an endpoint is told.
#[tokio::test]
async fn duplicates_are_allowed_whatever_is_said_afterwards() {
    let (endpoint, count) = counted(on_numbered::endpoint(Secret::new("a secret")));
    let endpoint = endpoint
        .allow_duplicates()
        .idempotency_store(MemoryStore::new(), "eu")
        .lease(std::time::Duration::from_secs(1))
        .retention(std::time::Duration::from_secs(1));
    let sign = || Numbered::sign(&Secret::new("a secret"), r#"{"id":"evt_1"}"#).request();
    acknowledged(&endpoint, [sign(), sign()]).await;
    assert_eq!(handled(&count), 2);
}

#[webhook(provider = "telegram")]
async fn on_telegram(_: RawEvent, State(count): State<Count>) {
    count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
}

/// Two bots as Telegram sends for them, with one `update_id`: the request, and the secret of the bot.
const BOTS: [(&str, &str); 2] = [
    (
        include_str!("../vectors/telegram/bot-a.http"),
        include_str!("../vectors/telegram/bot-a.secret"),
    ),
    (
        include_str!("../vectors/telegram/bot-b.http"),
        include_str!("../vectors/telegram/bot-b.secret"),
    ),
];

fn read(text: &'static str) -> http::Request<bytes::Bytes> {
    let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
    let mut request = http::Request::post("/hook");
    for line in head.lines().skip(1) {
        let (name, value) = line.split_once(": ").expect("a header");
        request = request.header(name, value);
    }
    request.body(body.into()).expect("a request")
}

#[tokio::test]
async fn two_telegram_bots_on_one_endpoint_each_get_theirs() {
    for store in stores() {
        let secrets = Secrets::of_accounts([
            ("bot a", vec![Secret::new(BOTS[0].1)]),
            ("bot b", vec![Secret::new(BOTS[1].1)]),
        ]);
        let (endpoint, count) = counted(on_telegram::endpoint(secrets));
        let endpoint = endpoint.idempotency_store(store, "bots");
        for expected in [2, 2] {
            acknowledged(&endpoint, BOTS.map(|(request, _)| read(request))).await;
            assert_eq!(handled(&count), expected);
        }
    }
}

#[tokio::test]
async fn two_telegram_bots_on_one_store_each_get_theirs() {
    for store in stores() {
        for (request, secret) in BOTS {
            let (endpoint, count) = counted(on_telegram::endpoint(Secret::new(secret)));
            let endpoint = endpoint.idempotency_store(store.clone(), secret);
            acknowledged(&endpoint, [read(request), read(request)]).await;
            assert_eq!(handled(&count), 1);
        }
    }
}
