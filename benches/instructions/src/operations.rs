//! The operations that are counted, by name.

use std::{
    hint::black_box,
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use cases::{
    SECRET, STANDARD_SECRET,
    bodies::{self, Shape, Tag},
    events::{AdjacentEvent, BorrowedEvent, FlatEvent, NestedEvent},
    floor,
    schemes::{Adjacent, Flat, GitHub, Hex512, Nested, Shopify, StandardWebhooks, Stripe},
};
use http::{HeaderName, HeaderValue, request::Parts};
use webhook_kit::{
    Delivery, Provider, Secret, Verifier, WebhookEvent,
    providers::{ascend::Ascend, fincra, goodstack::Goodstack, ratio::Ratio, waldo::Waldo},
};

pub(crate) type Operation = Box<dyn FnMut()>;
pub(crate) type Make = fn() -> Operation;

macro_rules! sample {
    ($path:literal) => {
        include_bytes!(concat!("../../../webhook-providers/samples/", $path)).to_vec()
    };
}

/// Each with its name, made ready to be run once.
pub(crate) const OPERATIONS: &[(&str, Make)] = &[
    ("floor of github 1 KiB", floor_github),
    ("verify github 1 KiB", || verify::<GitHub>(SECRET, bodies::of_length(1024))),
    ("verify github 1 KiB, two secrets", two_secrets),
    ("verify shopify 1 KiB", || verify::<Shopify>(SECRET, bodies::of_length(1024))),
    ("verify hex512 1 KiB", || verify::<Hex512>(SECRET, bodies::of_length(1024))),
    ("verify stripe 1 KiB", || verify::<Stripe>(SECRET, bodies::of_length(1024))),
    ("verify standard-webhooks 1 KiB", || {
        verify::<StandardWebhooks>(STANDARD_SECRET, bodies::of_length(1024))
    }),
    ("verify fincra", || {
        verify::<fincra::Fincra>(SECRET, sample!("fincra/payout.successful.json"))
    }),
    ("verify ratio", || verify::<Ratio>(SECRET, bodies::of_length(700))),
    ("verify ascend", || verify::<Ascend>(SECRET, sample!("ascend/invoice.paid.json"))),
    ("verify waldo", || verify::<Waldo>(SECRET, sample!("waldo/evaluation.json"))),
    ("verify goodstack", || {
        verify::<Goodstack>(SECRET, sample!("goodstack/donation.payment_successful.json"))
    }),
    ("refuse stripe, no signature", || refuse(|parts| drop(parts.headers.remove(STRIPE)))),
    ("refuse stripe, malformed", || {
        refuse(|parts| drop(parts.headers.insert(STRIPE, HeaderValue::from_static("t=1,v1=xyz"))))
    }),
    ("refuse stripe, stale", stale),
    ("decode adjacent, tag first, 0.5 KiB", || {
        decode_of::<Adjacent, AdjacentEvent>(Shape::Adjacent, Tag::First, 512)
    }),
    ("decode flat, tag first, 0.5 KiB", || {
        decode_of::<Flat, FlatEvent>(Shape::Flat, Tag::First, 512)
    }),
    ("decode adjacent, tag first, 4 KiB", || {
        decode::<Adjacent, AdjacentEvent>(Shape::Adjacent, Tag::First)
    }),
    ("decode adjacent, tag last, 4 KiB", || {
        decode::<Adjacent, AdjacentEvent>(Shape::Adjacent, Tag::Last)
    }),
    ("decode flat, tag first, 4 KiB", || decode::<Flat, FlatEvent>(Shape::Flat, Tag::First)),
    ("decode flat, tag last, 4 KiB", || decode::<Flat, FlatEvent>(Shape::Flat, Tag::Last)),
    ("decode nested, tag first, 4 KiB", || {
        decode::<Nested, NestedEvent>(Shape::Nested, Tag::First)
    }),
    ("decode nested, tag last, 4 KiB", || decode::<Nested, NestedEvent>(Shape::Nested, Tag::Last)),
    ("decode borrowed, tag first, 4 KiB", borrowed),
    ("decode fincra", || {
        let delivery = delivery::<fincra::Fincra>(sample!("fincra/payout.successful.json"));
        operation(move || drop(fincra::Event::decode(&delivery.clone())))
    }),
    ("locate fincra, its id", || {
        let delivery = delivery::<fincra::Fincra>(sample!("fincra/payout.successful.json"));
        operation(move || assert!(delivery.clone().id().is_some()))
    }),
];

const STRIPE: &str = "stripe-signature";

/// Runs an operation, the counted time last: by then every processor feature has been asked for.
pub(crate) fn run(name: &str) {
    let (_, make) = OPERATIONS.iter().find(|(known, _)| *known == name).expect("its name");
    let mut operation = make();
    operation();
    operation();
    counted(&mut *operation);
}

/// What callgrind counts: everything that is called from here.
#[inline(never)]
fn counted(operation: &mut dyn FnMut()) {
    operation();
    black_box(());
}

fn operation(run: impl FnMut() + 'static) -> Operation {
    Box::new(run)
}

fn verify<P: Provider>(secret: &str, body: Vec<u8>) -> Operation {
    let secret = Secret::new(secret);
    let (parts, body) = P::sign(&secret, body).request().into_parts();
    let verifier = Verifier::<P>::new(secret).expect("a secret");
    operation(move || {
        black_box(verifier.verify(&parts, body.clone()).expect("it is genuine"));
    })
}

/// The same by hand: what is not below it is what the kit adds.
fn floor_github() -> Operation {
    let request = GitHub::sign(&Secret::new(SECRET), bodies::of_length(1024)).request();
    let (parts, body) = request.into_parts();
    let key = floor::key256(SECRET.as_bytes());
    let name = HeaderName::from_static("x-hub-signature-256");
    operation(move || {
        let body = body.clone();
        floor::hex(&key, &parts.headers, &name, b"sha256=", &body).expect("it is genuine");
    })
}

fn two_secrets() -> Operation {
    let (new, old) = (Secret::new(SECRET), Secret::new("the one before"));
    let (parts, body) = GitHub::sign(&old, bodies::of_length(1024)).request().into_parts();
    let verifier = Verifier::<GitHub>::new([new, old]).expect("secrets");
    operation(move || {
        black_box(verifier.verify(&parts, body.clone()).expect("it is genuine"));
    })
}

fn refuse(change: impl FnOnce(&mut Parts)) -> Operation {
    let secret = Secret::new(SECRET);
    let (mut parts, body) = Stripe::sign(&secret, bodies::of_length(1024)).request().into_parts();
    change(&mut parts);
    refused(parts, body)
}

fn stale() -> Operation {
    let secret = Secret::new(SECRET);
    let at = SystemTime::now() - Duration::from_secs(3600);
    let request = Stripe::sign(&secret, bodies::of_length(1024)).at(at).request();
    let (parts, body) = request.into_parts();
    refused(parts, body)
}

fn refused(parts: Parts, body: Bytes) -> Operation {
    let verifier = Verifier::<Stripe>::new(Secret::new(SECRET)).expect("a secret");
    operation(move || {
        black_box(verifier.verify(&parts, body.clone()).expect_err("it is not genuine"));
    })
}

fn delivery<P: Provider>(body: impl Into<Bytes>) -> Delivery {
    let secret = Secret::new(SECRET);
    let (parts, body) = P::sign(&secret, body).request().into_parts();
    let verifier = Verifier::<P>::new(secret).expect("a secret");
    verifier.verify(&parts, body).expect("it is genuine")
}

fn decode<P, E>(shape: Shape, tag: Tag) -> Operation
where
    P: Provider,
    E: for<'de> WebhookEvent<'de>,
{
    decode_of::<P, E>(shape, tag, 4096)
}

fn decode_of<P, E>(shape: Shape, tag: Tag, size: usize) -> Operation
where
    P: Provider,
    E: for<'de> WebhookEvent<'de>,
{
    let delivery = delivery::<P>(bodies::body(shape, tag, size));
    operation(move || {
        let delivery = delivery.clone();
        black_box(E::decode(&delivery).expect("it can be decoded"));
    })
}

fn borrowed() -> Operation {
    let delivery = delivery::<Adjacent>(bodies::body(Shape::Adjacent, Tag::First, 4096));
    operation(move || {
        let delivery = delivery.clone();
        black_box(BorrowedEvent::decode(&delivery).expect("it can be decoded"));
    })
}
