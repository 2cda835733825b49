//! Providers that sign in different ways, and a handler that counts.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use webhook_kit::{Endpoint, Handler, Provider, RawEvent, Secret, State, webhook};

/// Signs the body alone, and names its deliveries in a header that nobody signs.
#[derive(Provider)]
#[provider(name = "plain", algo = "sha256", header = "x-signature")]
pub(crate) struct Plain;

/// Signs a time and the body.
#[derive(Provider)]
#[provider(
    name = "timed",
    algo = "sha256",
    header = "x-signature",
    message = "{timestamp}.{body}",
    timestamp(header = "x-time", unit = "seconds", tolerance = "5m")
)]
pub(crate) struct Timed;

/// Signs its id as a header like any other.
#[derive(Provider)]
#[provider(
    name = "headed",
    algo = "sha256",
    header = "x-signature",
    message = "{header:x-id}.{body}",
    id = "header:x-id"
)]
pub(crate) struct Headed;

/// Shows the secret itself; its id stands in a header.
#[derive(Provider)]
#[provider(
    name = "shown",
    algo = "token",
    header = "x-token",
    id = "header:x-id",
    weak = "it shows the secret"
)]
pub(crate) struct Shown;

/// Signs the path and the body.
#[derive(Provider)]
#[provider(name = "placed", algo = "sha256", header = "x-signature", message = "{path}\n{body}")]
pub(crate) struct Placed;

/// Its id stands in the body.
#[derive(Provider)]
#[provider(name = "numbered", algo = "sha256", header = "x-signature", id = "/id")]
pub(crate) struct Numbered;

/// Signs an id, a time that is not compared and the body, with nothing between them.
#[derive(Provider)]
#[provider(
    name = "joined",
    algo = "sha256",
    header = "x-signature",
    message = "{header:x-id}{header:x-time}{body}"
)]
pub(crate) struct Joined;

/// Signs the fields of a form, with nothing between them.
#[derive(Provider)]
#[provider(name = "sorted", algo = "sha256", header = "x-signature", message = "{form:sorted}")]
pub(crate) struct Sorted;

/// Signs the address, the body and a time that is compared, with nothing between them.
#[derive(Provider)]
#[provider(
    name = "addressed",
    algo = "sha256",
    header = "x-signature",
    message = "{path}{body}{timestamp}",
    timestamp(header = "x-time", unit = "seconds", tolerance = "5m")
)]
pub(crate) struct Addressed;

pub(crate) type Count = Arc<AtomicUsize>;

macro_rules! handlers {
    ($($handler:ident $provider:ty),*) => {
        $(
            #[webhook(provider = $provider)]
            pub(crate) async fn $handler(_: RawEvent, State(count): State<Count>) {
                count.fetch_add(1, Ordering::SeqCst);
            }
        )*
    };
}

handlers!(
    on_plain Plain, on_timed Timed, on_headed Headed, on_shown Shown, on_placed Placed, on_numbered Numbered,
    on_joined Joined, on_sorted Sorted, on_addressed Addressed
);

pub(crate) fn secret() -> Secret {
    Secret::new("a secret")
}

pub(crate) fn counted<H: Handler<State = Count>>(
    endpoint: Result<Endpoint<H>, webhook_kit::SetupError>,
) -> (Endpoint<H, Count>, Count) {
    let count = Count::default();
    (endpoint.expect("secrets").state(Arc::clone(&count)), count)
}

pub(crate) fn with(mut request: Request<Bytes>, name: &'static str, value: &str) -> Request<Bytes> {
    let value = HeaderValue::from_str(value).expect("a value");
    request.headers_mut().insert(HeaderName::from_static(name), value);
    request
}

/// Sends requests one after the other; all have to be acknowledged.
pub(crate) async fn acknowledged<H: Handler<State = Count>>(
    endpoint: &Endpoint<H, Count>,
    requests: impl IntoIterator<Item = Request<Bytes>>,
) {
    for request in requests {
        assert_eq!(endpoint.handle(request).await.status(), 200);
    }
}

pub(crate) fn handled(count: &Count) -> usize {
    count.load(Ordering::SeqCst)
}
