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
