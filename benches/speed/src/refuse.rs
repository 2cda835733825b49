//! What a forgery costs: the work that an attacker chooses. Beside verifying 1 KiB, which stands
//! where the floor stands elsewhere.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use cases::{SECRET, bodies, schemes::Stripe};
use http::{HeaderValue, request::Parts};
use webhook_kit::{Provider, Secret, Verifier};

use harness::{Row, Run};

pub(crate) fn rows(run: &mut Run) {
    run.row("refuse Stripe", || {
        let secret = Secret::new(SECRET);
        let body = Bytes::from(bodies::of_length(1024));
        let signed = |at| Stripe::sign(&secret, body.clone()).at(at).request().into_parts().0;
        let now = SystemTime::now();
        let genuine = signed(now);
        let stale = signed(now - Duration::from_secs(3600));
        let mut missing = genuine.clone();
        missing.headers.remove("stripe-signature");
        let mut malformed = genuine.clone();
        malformed.headers.insert("stripe-signature", HeaderValue::from_static("t=1,v1=xyz"));
        let wrong = Stripe::sign(&Secret::new("another"), body.clone()).at(now).request();
        let wrong = wrong.into_parts().0;

        let verifier = Verifier::<Stripe>::new(secret).expect("a secret");
        let refuse = move |parts: Parts| {
            let (verifier, body) = (verifier.clone(), body.clone());
            move || verifier.verify(&parts, body.clone()).expect_err("it is not genuine")
        };
        let verifier = Verifier::<Stripe>::new(Secret::new(SECRET)).expect("a secret");
        let body = Bytes::from(bodies::of_length(1024));
        Row::new("refuse", "Stripe, 1 KiB", body.len())
            .with("genuine", move || {
                verifier.verify(&genuine, body.clone()).expect("it is genuine")
            })
            .with("no signature", refuse(missing))
            .with("malformed", refuse(malformed))
            .with("stale", refuse(stale))
            .with("wrong signature", refuse(wrong))
    });
}
