//! One endpoint for many tenants, whose secrets the application looks up.

use std::{
    collections::HashMap,
    convert::Infallible,
    future::{Future, poll_fn},
    pin::pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Wake, Waker},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::{Request, Uri};
use webhook_kit::{
    Account, Endpoint, Provider as _, RawEvent, Secret, Secrets, State, Tenants, Verifier, webhook,
};

use crate::world::Numbered;

type Seen = Arc<Mutex<Vec<String>>>;

#[webhook(provider = Numbered)]
async fn on_tenant(_: RawEvent, tenant: Account, State(seen): State<Seen>) {
    seen.lock().expect("no panic").push(tenant.0.to_string());
}

/// A table of secrets that counts what it is asked.
#[derive(Clone, Default)]
struct Table {
    secrets: Arc<Mutex<HashMap<String, &'static str>>>,
    asked: Arc<AtomicUsize>,
    at_once: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

impl Table {
    fn set(&self, tenant: &str, secret: &'static str) {
        self.secrets.lock().expect("no panic").insert(tenant.to_owned(), secret);
    }

    fn asked(&self) -> usize {
        self.asked.swap(0, Ordering::SeqCst)
    }

    fn tenants(&self) -> Tenants {
        let table = self.clone();
        Tenants::new(
            |parts| Some(parts.uri.path().strip_prefix("/hooks/")?.to_owned()),
            move |tenant: Arc<str>| {
                let table = table.clone();
                async move {
                    table.asked.fetch_add(1, Ordering::SeqCst);
                    let now = table.at_once.fetch_add(1, Ordering::SeqCst) + 1;
                    table.most.fetch_max(now, Ordering::SeqCst);
                    tokio::task::yield_now().await;
                    table.at_once.fetch_sub(1, Ordering::SeqCst);
                    let secrets = table.secrets.lock().expect("no panic");
                    let secret = secrets.get(&*tenant).map(|secret| Secret::new(*secret));
                    Ok::<_, Infallible>(secret.map(Secrets::from))
                }
            },
        )
    }
}

struct World {
    endpoint: Endpoint<on_tenant, Seen>,
    seen: Seen,
    table: Table,
    now: Arc<Mutex<SystemTime>>,
}

fn world(change: impl FnOnce(Tenants) -> Tenants) -> World {
    let table = Table::default();
    table.set("ada", "ada's secret");
    table.set("bob", "bob's secret");
    let seen = Seen::default();
    let now = Arc::new(Mutex::new(SystemTime::now()));
    let clock = Arc::clone(&now);
    let endpoint = on_tenant::endpoint(change(table.tenants())).expect("tenants");
    let endpoint =
        endpoint.state(Arc::clone(&seen)).clock(move || *clock.lock().expect("no panic"));
    World { endpoint, seen, table, now }
}

impl World {
    async fn send(&self, tenant: &str, secret: &'static str, body: &str) -> u16 {
        self.endpoint.handle(request(tenant, secret, body)).await.status().as_u16()
    }

    fn later(&self, by: Duration) {
        *self.now.lock().expect("no panic") += by;
    }

    fn seen(&self) -> Vec<String> {
        self.seen.lock().expect("no panic").drain(..).collect()
    }
}

fn request(tenant: &str, secret: &'static str, body: &str) -> Request<Bytes> {
    let uri: Uri = format!("/hooks/{tenant}").parse().expect("a path");
    Numbered::sign(&Secret::new(secret), body.to_owned()).uri(uri).request()
}

const EVENT: &str = r#"{"id":"evt_1"}"#;

#[tokio::test]
async fn tenants_with_equal_ids_each_get_theirs() {
    let world = world(|tenants| tenants);
    for _ in 0..2 {
        assert_eq!(world.send("ada", "ada's secret", EVENT).await, 200);
        assert_eq!(world.send("bob", "bob's secret", EVENT).await, 200);
    }
    assert_eq!(world.seen(), ["ada", "bob"]);
    assert_eq!(world.table.asked(), 2, "what was looked up is kept");
    assert_eq!(world.send("ada", "bob's secret", EVENT).await, 401);
}

/// The same status, headers and body, whether a tenant is unknown or a signature wrong.
#[tokio::test]
async fn an_unknown_tenant_is_answered_as_a_wrong_signature_is() {
    let world = world(|tenants| tenants);
    for warm in [false, true] {
        let wrong = world.endpoint.handle(request("ada", "another", EVENT)).await;
        let unknown = world.endpoint.handle(request("eve", "ada's secret", EVENT)).await;
        assert_eq!(unknown.status(), wrong.status(), "{warm}");
        assert_eq!(unknown.headers(), wrong.headers());
        assert_eq!(unknown.body(), wrong.body());
        // No more than the head is wrong: the way there is the same.
        for tenant in ["ada", "eve"] {
            let mut request = request(tenant, "another", EVENT);
            request.headers_mut().insert("x-signature", http::HeaderValue::from_static("00"));
            assert_eq!(world.endpoint.handle(request).await.status(), 400, "{tenant}");
        }
        assert_eq!(world.send("ada", "ada's secret", EVENT).await, 200);
    }
    assert_eq!(world.seen(), ["ada"]);
    assert_eq!(world.send("", "ada's secret", EVENT).await, 401);
}

#[tokio::test]
async fn an_unknown_tenant_is_looked_up_once_a_minute() {
    let world = world(|tenants| tenants);
    for _ in 0..50 {
        assert_eq!(world.send("eve", "eve's secret", EVENT).await, 401);
    }
    assert_eq!(world.table.asked(), 1);
    world.table.set("eve", "eve's secret");
    world.later(Duration::from_secs(61));
    assert_eq!(world.send("eve", "eve's secret", EVENT).await, 200);
    assert_eq!(world.table.asked(), 1);
}

#[tokio::test]
async fn a_flood_of_unknown_tenants_is_looked_up_a_few_at_a_time() {
    let world = world(|tenants| tenants.look_ups(4).capacity(100));
    assert_eq!(world.send("ada", "ada's secret", EVENT).await, 200);
    let mut flood = Vec::new();
    for number in 0..500 {
        let endpoint = world.endpoint.clone();
        flood.push(tokio::spawn(async move {
            endpoint.handle(request(&format!("stranger-{number}"), "x", EVENT)).await.status()
        }));
    }
    for stranger in flood {
        assert_eq!(stranger.await.expect("no panic"), 401);
    }
    assert!(world.table.most.load(Ordering::SeqCst) <= 4);
    world.table.asked();
    // Strangers have pushed nobody out who is known.
    assert_eq!(world.send("ada", "ada's secret", r#"{"id":"evt_2"}"#).await, 200);
    assert_eq!(world.table.asked(), 0);
}

#[tokio::test]
async fn a_rotated_secret_is_known_at_once_and_not_asked_for_by_every_forgery() {
    let world = world(|tenants| tenants);
    assert_eq!(world.send("ada", "ada's secret", EVENT).await, 200);
    world.table.set("ada", "ada's new secret");
    world.later(Duration::from_secs(11));
    world.table.asked();
    assert_eq!(world.send("ada", "ada's new secret", r#"{"id":"evt_2"}"#).await, 200);
    assert_eq!(world.table.asked(), 1);
    for _ in 0..20 {
        assert_eq!(world.send("ada", "a forgery", EVENT).await, 401);
    }
    assert_eq!(world.table.asked(), 0, "it was looked up a moment ago");
    // The retry under the new secret is the delivery that it was under the old one.
    assert_eq!(world.send("ada", "ada's new secret", EVENT).await, 200);
    assert_eq!(world.seen().len(), 2);
}

#[tokio::test]
async fn what_was_looked_up_is_looked_up_again_in_time_or_when_it_is_asked_for() {
    let world = world(|tenants| tenants.ttl(Duration::from_secs(30)));
    assert_eq!(world.send("ada", "ada's secret", EVENT).await, 200);
    world.later(Duration::from_secs(31));
    assert_eq!(world.send("ada", "ada's secret", EVENT).await, 200);
    assert_eq!(world.table.asked(), 2);

    let table = Table::default();
    table.set("ada", "ada's secret");
    let tenants = table.tenants();
    let endpoint = on_tenant::endpoint(tenants.clone()).expect("tenants").state(Seen::default());
    assert_eq!(endpoint.handle(request("ada", "ada's secret", EVENT)).await.status(), 200);
    table.set("ada", "withdrawn");
    tenants.refresh();
    assert_eq!(endpoint.handle(request("ada", "ada's secret", EVENT)).await.status(), 401);
}

#[tokio::test]
async fn tenants_are_kept_within_their_capacity() {
    let world = world(|tenants| tenants.capacity(2));
    world.table.set("cyd", "cyd's secret");
    for tenant in ["ada", "bob", "ada", "cyd"] {
        let secret = match tenant {
            "ada" => "ada's secret",
            "bob" => "bob's secret",
            _ => "cyd's secret",
        };
        assert_eq!(world.send(tenant, secret, EVENT).await, 200);
    }
    world.table.asked();
    assert_eq!(world.send("ada", "ada's secret", EVENT).await, 200);
    assert_eq!(world.table.asked(), 0, "it was heard of lately");
    assert_eq!(world.send("bob", "bob's secret", EVENT).await, 200);
    assert_eq!(world.table.asked(), 1, "it was not");
}

/// Each tenant's secret is used for itself alone, with all of them in use at once and few of them kept.
#[tokio::test]
async fn ten_thousand_tenants_are_each_under_their_own_secret() {
    const TENANTS: usize = 10_000;
    const KEPT: usize = 1_000;
    fn secret(number: usize) -> Secret {
        Secret::new(format!("secret of {number}"))
    }
    let asked = Arc::new(AtomicUsize::new(0));
    let look_up = {
        let asked = Arc::clone(&asked);
        move |tenant: Arc<str>| {
            asked.fetch_add(1, Ordering::SeqCst);
            let number = tenant.parse().ok().filter(|number| *number < TENANTS);
            async move { Ok::<_, Infallible>(number.map(|number| Secrets::from(secret(number)))) }
        }
    };
    let tenants =
        Tenants::new(|parts| Some(parts.uri.path().strip_prefix("/hooks/")?.to_owned()), look_up);
    let seen = Seen::default();
    let endpoint = on_tenant::endpoint(tenants.capacity(KEPT)).expect("tenants");
    let store = webhook_kit::idempotency::MemoryStore::with_capacity(2 * TENANTS);
    let endpoint = endpoint.state(Arc::clone(&seen)).idempotency_store(store, "tenants");
    let send = |tenant: usize, signer: usize| {
        let uri: Uri = format!("/hooks/{tenant}").parse().expect("a path");
        let request = Numbered::sign(&secret(signer), EVENT).uri(uri).request();
        let endpoint = endpoint.clone();
        async move { endpoint.handle(request).await.status().as_u16() }
    };
    // All have an event of one id; every tenth is sent one of its neighbour's as well.
    for tenant in 0..TENANTS {
        if tenant % 10 == 0 {
            assert_eq!(send(tenant, tenant + 1).await, 401, "{tenant}");
        }
        assert_eq!(send(tenant, tenant).await, 200, "{tenant}");
    }
    let names: Vec<String> = (0..TENANTS).map(|tenant| tenant.to_string()).collect();
    assert_eq!(*seen.lock().expect("no panic"), names);
    assert_eq!(asked.swap(0, Ordering::SeqCst), TENANTS);
    // The last are kept, and no more than may be; what was handled is known of all.
    for tenant in TENANTS - KEPT..TENANTS {
        assert_eq!(send(tenant, tenant).await, 200);
    }
    assert_eq!(asked.swap(0, Ordering::SeqCst), 0);
    for tenant in 0..KEPT {
        assert_eq!(send(tenant, tenant).await, 200);
    }
    assert_eq!(asked.load(Ordering::SeqCst), KEPT);
    assert_eq!(seen.lock().expect("no panic").len(), TENANTS);
    assert_eq!(send(TENANTS, 0).await, 401);
}

#[tokio::test]
async fn a_look_up_that_fails_has_the_sender_come_again() {
    let tenants = Tenants::new(
        |_| Some("ada".to_owned()),
        |_| async { Err::<Option<Secrets>, _>("the database is away") },
    );
    let endpoint = on_tenant::endpoint(tenants).expect("tenants").state(Seen::default());
    let answer = endpoint.handle(request("ada", "ada's secret", EVENT)).await;
    assert_eq!(answer.status(), 503);
}

#[test]
fn a_verifier_looks_nobody_up() {
    let tenants = Table::default().tenants();
    let error = Verifier::<Numbered>::new(tenants).expect_err("no verifier waits");
    assert!(error.to_string().contains("make an endpoint"), "{error}");
}

#[webhook(provider = "meta")]
async fn on_meta(_: RawEvent) {}

#[webhook(provider = "dropbox")]
async fn on_dropbox(_: RawEvent) {}

/// Anybody can ask what nobody signs, so the answer must not tell who is a tenant.
#[tokio::test]
async fn a_handshake_does_not_tell_whether_a_tenant_is_known() {
    let table = || world(|tenants| tenants).table.tenants();
    let agreed = Secret::new("agreed");
    let meta = on_meta::endpoint(table()).expect("tenants").verify_token(agreed);
    let dropbox = on_dropbox::endpoint(table()).expect("tenants");
    let ask = |tenant: &str, query: &str| {
        let uri = format!("/hooks/{tenant}?{query}");
        Request::get(uri).body(Bytes::new()).expect("a request")
    };
    let subscribe = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=";
    for (token, status) in [("wrong", 403), ("agreed", 200)] {
        let query = format!("{subscribe}{token}");
        let known = meta.handle(ask("ada", &query)).await;
        let unknown = meta.handle(ask("eve", &query)).await;
        assert_eq!(known.status(), status);
        assert_eq!(format!("{known:?}"), format!("{unknown:?}"));
    }
    let known = dropbox.handle(ask("ada", "challenge=1")).await;
    let unknown = dropbox.handle(ask("eve", "challenge=1")).await;
    assert_eq!(format!("{known:?}"), format!("{unknown:?}"));
}

/// A look-up that ends calls one of those who wait, and not all of them.
#[tokio::test]
async fn who_waits_for_a_look_up_is_called_a_few_times() {
    const MANY: usize = 300;
    let world = world(|tenants| tenants);
    let polls = Arc::new(AtomicUsize::new(0));
    let all: Vec<_> = (0..MANY)
        .map(|number| {
            let (endpoint, polls) = (world.endpoint.clone(), Arc::clone(&polls));
            tokio::spawn(async move {
                let request = request(&format!("made-up-{number}"), "x", EVENT);
                let mut answer = pin!(endpoint.handle(request));
                let counted = poll_fn(|cx| {
                    polls.fetch_add(1, Ordering::SeqCst);
                    answer.as_mut().poll(cx)
                });
                counted.await.status().as_u16()
            })
        })
        .collect();
    for one in all {
        assert_eq!(one.await.expect("no panic"), 401);
    }
    assert_eq!(world.table.asked(), MANY);
    let polls = polls.load(Ordering::SeqCst);
    assert!(polls < 10 * MANY, "{polls}");
}

#[derive(Default)]
struct Called(AtomicUsize);

impl Wake for Called {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

/// Whoever was called and gave up meanwhile leaves the turn to the next.
#[tokio::test]
async fn a_turn_that_is_not_taken_is_the_next_one_s() {
    let world = world(|tenants| tenants.look_ups(1));
    let ask = |tenant: &str| Box::pin(world.endpoint.handle(request(tenant, "x", EVENT)));
    let (mut first, mut second, mut third) = (ask("a"), ask("b"), ask("c"));
    let called = Arc::new(Called::default());
    let waker = Waker::from(Arc::clone(&called));
    let mut noop = Context::from_waker(Waker::noop());
    assert!(first.as_mut().poll(&mut noop).is_pending());
    assert!(second.as_mut().poll(&mut noop).is_pending());
    assert!(third.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
    while first.as_mut().poll(&mut noop).is_pending() {}
    assert_eq!(called.0.load(Ordering::SeqCst), 0, "it is the second one's turn");
    drop(second);
    assert_eq!(called.0.load(Ordering::SeqCst), 1);
    assert_eq!(third.await.status(), 401);
}
