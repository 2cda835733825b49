//! Who moves the borders between the parts of a signed text has the same delivery, or none.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{Request, header::CONTENT_TYPE};
use webhook_kit::{Endpoint, Handler, Provider, RawEvent, Secret, State, webhook};

use crate::world::{
    Addressed, Count, Joined, Sorted, counted, handled, on_addressed, on_joined, on_sorted, secret,
    with,
};

macro_rules! handlers {
    ($($handler:ident $provider:literal),*) => {
        $(
            #[webhook(provider = $provider)]
            async fn $handler(_: RawEvent, State(count): State<Count>) {
                count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            }
        )*
    };
}
handlers!(on_mailgun "mailgun", on_configcat "configcat", on_framer "framer");

/// Sends the delivery, then every other division of the same text; it may be handled once.
async fn is_one<H: Handler<State = Count>>(
    endpoint: Endpoint<H, Count>,
    count: &Count,
    requests: impl IntoIterator<Item = Request<Bytes>>,
) {
    for request in requests {
        endpoint.handle(request).await;
        assert_eq!(handled(count), 1);
    }
}

/// Every division of the text into three; the first is the one that was sent.
fn divisions(parts: [&str; 3]) -> Vec<[String; 3]> {
    let text = parts.concat();
    let mut all = vec![parts.map(str::to_owned)];
    for first in 0..=text.len() {
        for second in first..=text.len() {
            let (head, rest) = text.split_at(first);
            let (middle, last) = rest.split_at(second - first);
            all.push([head, middle, last].map(str::to_owned));
        }
    }
    all
}

fn signature<P: Provider>(request: Request<Bytes>, name: &str) -> String {
    let _ = std::marker::PhantomData::<P>;
    request.headers()[name].to_str().expect("text").to_owned()
}

#[tokio::test]
async fn an_id_a_time_and_a_body_without_borders() {
    let (endpoint, count) = counted(on_joined::endpoint(secret()));
    let parts = ["evt_1", "1764547200", "{\"a\":1}"];
    let [id, time, body] = parts;
    let signed = Joined::sign(&secret(), body).header("x-id", id).header("x-time", time).request();
    let signature = signature::<Joined>(signed, "x-signature");
    let requests = divisions(parts).into_iter().map(|[id, time, body]| {
        let request = Request::post("/").body(Bytes::from(body)).expect("a request");
        with(with(with(request, "x-id", &id), "x-time", &time), "x-signature", &signature)
    });
    is_one(endpoint, &count, requests).await;
}
