//! Secrets: a rotation, and those that make no endpoint.

use webhook_kit::{Provider, Secret, providers::goodstack::Goodstack};

use crate::world::{DONATION, donation, on_goodstack, secret, serve};

#[tokio::test]
async fn all_secrets_of_a_rotation_are_tried_in_either_order() {
    for secrets in [["new", "a secret"], ["a secret", "new"]] {
        let secrets = secrets.map(Secret::new);
        let (server, probe) = serve(|endpoint| endpoint, on_goodstack::endpoint(secrets)).await;
        assert_eq!(server.send(donation()).await.status, 200);
        let other = DONATION.replace("event_xx", "event_yy");
        assert_eq!(
            server.send(Goodstack::sign(&Secret::new("new"), other).request()).await.status,
            200
        );
        assert_eq!(probe.handled(), 2);
    }
}

#[test]
fn blank_secrets_are_refused_when_the_endpoint_is_made() {
    for blank in ["", " ", "\t\n"] {
        assert!(on_goodstack::endpoint(Secret::new(blank)).is_err());
        assert!(on_goodstack::endpoint([secret(), Secret::new(blank)]).is_err());
    }
    assert!(on_goodstack::endpoint(Vec::new()).is_err());
}

#[test]
fn a_prefix_alone_is_no_secret() {
    #[derive(Provider)]
    #[provider(algo = "sha256", header = "x-signature", secret_prefix = "whsec_")]
    struct Prefixed;

    for blank in ["whsec_", "whsec_ ", "whsec_\n"] {
        assert!(webhook_kit::Verifier::<Prefixed>::new(Secret::new(blank)).is_err(), "{blank:?}");
    }
    assert!(webhook_kit::Verifier::<Prefixed>::new(Secret::new("whsec_x")).is_ok());
}

/// Whoever knows a public key, everybody, could sign with it.
#[test]
fn a_public_key_is_no_shared_secret() {
    let pem = include_str!("../vectors/keys/rsa-one.pub");
    for (key, what) in [
        (pem, "a PEM"),
        (include_str!("../vectors/keys/ed25519-one.pub"), "a PEM"),
        ("whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "a prefix"),
    ] {
        for secrets in [vec![Secret::new(key)], vec![Secret::new("a secret"), Secret::new(key)]] {
            let index = secrets.len() - 1;
            let error = on_goodstack::endpoint(secrets).expect_err(what).to_string();
            assert_eq!(
                error,
                format!(
                    "secret {index} of `goodstack` is a public key: with `sha256` anybody could sign with it"
                )
            );
        }
    }
    // A text that only looks a little like one is a secret like any other.
    assert!(on_goodstack::endpoint(Secret::new("whsec_and more")).is_ok());
}

/// Signs in two ways, of which one is weak. Its signatures here are those of Python's `hmac`.
#[derive(Provider)]
#[provider(
    name = "two-ways",
    algo = "sha256",
    header = "x-signature",
    format = "v2={signature}",
    alternative(algo = "sha1", format = "v1={signature}"),
    weak = "older deliveries are signed with SHA-1"
)]
struct TwoWays;

#[webhook_kit::webhook(provider = TwoWays)]
async fn on_two_ways(_: webhook_kit::RawEvent) {}

#[tokio::test]
async fn a_weak_way_to_sign_can_be_refused() {
    let request = |signature: &str| {
        let request = http::Request::post("/").header("x-signature", signature);
        request.body(bytes::Bytes::from_static(b"{\"n\":1}")).expect("a request")
    };
    let weak = request("v1=3a7d2d0e2f71f30de00d7515c2d57807399fc5aa");
    let strong = request("v2=dacea3bfec65618e24a282c224e32505d4adfc59c34d90d7e252d6ae9ce63ba9");
    let endpoint = || on_two_ways::endpoint(secret()).expect("a secret");
    for (endpoint, of_weak) in
        [(endpoint(), 200), (endpoint().refuse_weak().expect("there is another way"), 401)]
    {
        assert_eq!(endpoint.handle(weak.clone()).await.status(), of_weak);
        assert_eq!(endpoint.handle(strong.clone()).await.status(), 200);
    }
    let (parts, body) = weak.into_parts();
    let verifier = webhook_kit::Verifier::<TwoWays>::new(secret()).expect("a secret");
    assert!(verifier.verify(&parts, body.clone()).is_ok());
    assert!(verifier.refuse_weak().expect("another way").verify(&parts, body).is_err());
}

#[test]
fn the_only_way_to_sign_cannot_be_refused() {
    use webhook_kit::providers::twilio::Twilio;
    let endpoint = Twilio::SCHEME.endpoint(secret(), |_| async {}).expect("a secret");
    let error = endpoint.refuse_weak().expect_err("nothing would be left");
    assert_eq!(
        error.to_string(),
        "deliveries of `twilio` are signed in no other way than the weak one: remove `refuse_weak`"
    );
}
