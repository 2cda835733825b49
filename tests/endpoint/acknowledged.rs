//! What is acknowledged with 200: handled, handled before, and events that nobody takes.

use webhook_kit::{
    Provider, State, WebhookEvent,
    providers::{ascend::Ascend, goodstack::Goodstack},
    webhook,
};

use crate::{
    support::noon,
    world::{
        DONATION, INVOICE, Probe, donation, invoice, secret, serve, serve_ascend, serve_goodstack,
    },
};

/// Takes one of Ascend's events; the others are nobody's.
#[derive(WebhookEvent)]
#[event(provider = "ascend", ignore_others)]
enum Voided {
    #[event("invoice.voided", own_payload)]
    Voided(serde_json::Value),
}

#[webhook(provider = "ascend")]
async fn on_voided(event: Voided, State(probe): State<Probe>) -> Result<(), &'static str> {
    let Voided::Voided(invoice) = event;
    assert!(invoice.is_object());
    probe.run()
}

#[tokio::test]
async fn a_genuine_delivery_is_handled() {
    let (server, probe) = serve_ascend().await;
    let answer = server.send(invoice()).await;
    assert_eq!((answer.status, answer.body.as_str(), probe.handled()), (200, "", 1));
}

#[tokio::test]
async fn a_delivery_in_chunks_is_handled() {
    let (server, probe) = serve_ascend().await;
    assert_eq!(server.send_chunked(invoice(), 7).await.status, 200);
    assert_eq!(probe.handled(), 1);
}

#[tokio::test]
async fn a_duplicate_is_acknowledged_and_not_handled_again() {
    let (server, probe) = serve_goodstack().await;
    for _ in 0..3 {
        assert_eq!(server.send(donation()).await.status, 200);
    }
    assert_eq!(probe.handled(), 1);
    let other = DONATION.replace("event_xx", "event_yy");
    assert_eq!(server.send(Goodstack::sign(&secret(), other).request()).await.status, 200);
    assert_eq!(probe.handled(), 2, "another event is not a duplicate");
}

#[tokio::test]
async fn ten_duplicates_at_once_are_handled_once() {
    let (server, probe) = serve_goodstack().await;
    let answers = (0..10).map(|_| server.send(donation()));
    for answer in join_all(answers).await {
        assert!([200, 503].contains(&answer.status), "{answer:?}");
    }
    assert_eq!(probe.handled(), 1);
}

async fn join_all<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut futures: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(|cx| {
        for (future, output) in &mut futures {
            if output.is_none() {
                if let std::task::Poll::Ready(ready) = future.as_mut().poll(cx) {
                    *output = Some(ready);
                }
            }
        }
        if futures.iter().all(|(_, output)| output.is_some()) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    futures.into_iter().filter_map(|(_, output)| output).collect()
}

#[tokio::test]
async fn an_event_that_nobody_takes_is_acknowledged() {
    let (server, probe) = serve(|endpoint| endpoint, on_voided::endpoint(secret())).await;
    assert_eq!(server.send(invoice()).await.status, 200);
    assert_eq!(probe.handled(), 0);
}

#[tokio::test]
async fn an_event_that_the_catalogue_does_not_know_is_handled_as_other() {
    let (server, probe) = serve_ascend().await;
    let body = INVOICE.replace("invoice.paid", "invoice.invented");
    assert_eq!(server.send(Ascend::sign(&secret(), body).at(noon()).request()).await.status, 200);
    assert_eq!(probe.handled(), 1);
}
