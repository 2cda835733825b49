//! `acme`, as a sender of webhooks.
//!
//! Declared by its documentation: <https://example.com/webhooks>

use webhook_kit::Provider;

/// How `acme` signs, and where things stand in its deliveries.
#[derive(Debug, Clone, Copy, Provider)]
#[provider(
    name = "acme",
    docs = "https://example.com/webhooks",
    algo = "sha256",
    header = "x-acme-signature",
)]
pub struct Acme;

#[cfg(test)]
mod tests {
    use webhook_kit::{
        Provider as _, Secret, Verifier,
        testing::{self, Tamper},
    };

    use super::Acme;

    /// The declaration agrees with itself: what it signs it takes, and nothing that was changed.
    #[test]
    fn genuine_deliveries_are_taken_and_others_are_not() {
        let sender = testing::sender::<Acme>();
        let verifier = Verifier::<Acme>::new(sender.secret());
        let verifier = verifier.expect("a secret that fits").clock(sender.clock());
        let verifier = verifier.url(sender.url()).expect("an address");

        let genuine = sender.event("test");
        let (parts, body) = genuine.request().into_parts();
        let delivery = verifier.verify(&parts, body).expect("genuine");
        assert_eq!(delivery.provider(), "acme");

        for tamper in Tamper::ALL {
            let Some(tampered) = genuine.tampered(*tamper) else { continue };
            let (parts, body) = tampered.request.into_parts();
            let refused = verifier.verify(&parts, body).is_err();
            assert_eq!(refused, tampered.must_be_refused, "{tamper}");
        }
    }

    /// The declaration agrees with the sender: fill in a delivery that was signed there, from the
    /// documentation or from `webhook listen --record`, and the secret of then.
    #[test]
    #[ignore = "needs a delivery that the provider signed"]
    fn a_delivery_of_the_provider_is_genuine() {
        let secret = Secret::new("the secret");
        let body = "the body, byte for byte";
        let signed_at = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);

        let request = Acme::sign(&secret, body).at(signed_at).request();
        let (mut parts, body) = request.into_parts();
        let signature = "the signature".parse().expect("a header's value");
        parts.headers.insert("x-acme-signature", signature);
        let verifier = Verifier::<Acme>::new(secret).expect("a secret that fits");
        assert!(verifier.clock(move || signed_at).verify(&parts, body).is_ok());
    }
}
