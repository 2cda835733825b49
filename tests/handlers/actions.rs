//! Events whose payloads say what was done: `pull_request.opened` beside `pull_request`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use std::sync::{Arc, Mutex};

use webhook_kit::{
    Delivery, Endpoint, Handler, RawEvent, State, WebhookEvent, payload,
    providers::github::GitHub,
    testing::{block_on, sender},
    webhook,
};

type Seen = Arc<Mutex<Vec<String>>>;

#[payload("github", "pull_request")]
struct Pull {
    number: u64,
}

#[payload("github", "pull_request.closed")]
struct Closed {
    number: u64,
}

/// What a GitHub with this event and this body comes to.
fn send<H: Handler<State = Seen>>(
    endpoint: &Endpoint<H, Seen>,
    event: &str,
    body: &str,
) -> &'static str {
    let github = sender::<GitHub>();
    let mut request = github.body(body.to_owned()).request();
    request.headers_mut().insert("x-github-event", event.parse().unwrap());
    block_on(github.send(request, endpoint)).outcome
}

struct Pulls;

#[webhook(provider = "github", ignore_others)]
impl Pulls {
    // Before those that it is precedent to, and behind: order does not matter.
    #[on("pull_request")]
    async fn any(&self, pull: Pull, State(seen): State<Seen>) {
        seen.lock().unwrap().push(format!("any {}", pull.number));
    }

    #[on("pull_request.opened", "issues")]
    async fn opened(&self, event: RawEvent, State(seen): State<Seen>) {
        seen.lock().unwrap().push(format!("opened or {}", event.name()));
    }

    #[on("pull_request.closed", "issues.closed")]
    async fn closed(&self, delivery: Delivery, State(seen): State<Seen>) {
        seen.lock().unwrap().push(format!("closed {}", delivery.event().unwrap()));
    }
}

/// Bodies, and what each comes to.
const SENT: &[(&str, &str, &str)] = &[
    ("pull_request", r#"{"action": "opened", "number": 1}"#, "opened or pull_request"),
    ("pull_request", r#"{"action": "closed", "number": 2}"#, "closed pull_request"),
    ("pull_request", r#"{"number": 3, "action": "edited"}"#, "any 3"),
    ("pull_request", r#"{"number": 4, "action": "of tomorrow"}"#, "any 4"),
    ("pull_request", r#"{"number": 5}"#, "any 5"),
    ("pull_request", r#"{"number": 6, "action": {"opened": 1}}"#, "any 6"),
    ("pull_request", r#"{"number": 7, "action": "open\u0065d"}"#, "opened or pull_request"),
    ("issues", r#"{"action": "closed"}"#, "closed issues"),
    ("issues", r#"{"action": "opened"}"#, "opened or issues"),
];

#[test]
fn an_action_precedes_its_event() {
    for (event, body, expected) in SENT {
        let seen = Seen::default();
        let endpoint = Pulls.endpoint(sender::<GitHub>().secret()).unwrap().state(seen.clone());
        assert_eq!(send(&endpoint, event, body), "handled", "{body}");
        assert_eq!(*seen.lock().unwrap(), [*expected], "{body}");
    }
}

#[test]
fn an_action_is_no_event_and_is_not_said_twice() {
    let seen = Seen::default();
    let endpoint = Pulls.endpoint(sender::<GitHub>().secret()).unwrap().state(seen.clone());
    // The header names events; what stands in it is no action.
    assert_eq!(send(&endpoint, "pull_request.closed", r#"{"number": 1}"#), "unhandled");
    let twice = r#"{"action": "edited", "action": "closed", "number": 1}"#;
    let github = sender::<GitHub>();
    let mut request = github.body(twice).request();
    request.headers_mut().insert("x-github-event", "pull_request".parse().unwrap());
    assert_eq!(block_on(github.send(request, &endpoint)).status(), 422);
    assert!(seen.lock().unwrap().is_empty());
}

#[derive(WebhookEvent)]
#[event(provider = "github", ignore_others)]
enum Event {
    #[event("pull_request")]
    Any(Pull),
    #[event("pull_request.closed")]
    Closed(Closed),
    #[event("pull_request.opened", "issues")]
    Opened,
    #[event("issues.closed")]
    Issue(RawEvent),
}

#[webhook(provider = "github")]
async fn on_event(event: Event, State(seen): State<Seen>) {
    let what = match &event {
        Event::Any(pull) => format!("any {}", pull.number),
        Event::Closed(closed) => format!("closed pull_request, {}", closed.number),
        Event::Opened => "opened or".to_owned(),
        Event::Issue(event) => format!("closed {}", event.name()),
    };
    seen.lock().unwrap().push(what);
}

#[test]
fn enums_tell_them_apart_as_well() {
    for (event, body, expected) in SENT {
        let seen = Seen::default();
        let endpoint = on_event::endpoint(sender::<GitHub>().secret()).unwrap().state(seen.clone());
        assert_eq!(send(&endpoint, event, body), "handled", "{body}");
        let seen = seen.lock().unwrap();
        assert!(
            seen.iter().all(|seen| seen.starts_with(expected) || expected.starts_with(seen)),
            "{seen:?}"
        );
        assert_eq!(seen.len(), 1);
    }
    assert_eq!(Event::Opened.name(), "pull_request.opened");
    assert_eq!(<Event as WebhookEvent<'_>>::NAMES, ["pull_request", "issues"]);
}

#[webhook(provider = "github", event = "pull_request.closed", ignore_others)]
async fn on_closed(closed: Closed, State(seen): State<Seen>) {
    seen.lock().unwrap().push(closed.number.to_string());
}

#[test]
fn a_function_takes_one_action() {
    let seen = Seen::default();
    let endpoint = on_closed::endpoint(sender::<GitHub>().secret()).unwrap().state(seen.clone());
    let outcomes: Vec<_> =
        SENT.iter().map(|(event, body, _)| send(&endpoint, event, body)).collect();
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == "handled").count(), 1);
    assert_eq!(*seen.lock().unwrap(), ["2"]);
}
