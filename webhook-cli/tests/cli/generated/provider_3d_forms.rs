//! `3d-forms`, as a sender of webhooks.
//!
//! Say here what documents each key of the declaration.

use webhook_kit::Provider;

/// How `3d-forms` signs, and where things stand in its deliveries.
#[derive(Debug, Clone, Copy, Provider)]
#[provider(
    name = "3d-forms",
    algo = "sha1",
    encoding = "base64",
    signature = "form:sig",
    message = "{form:order}:{form:amount}",
    event_type = "header:x-event",
    weak = "the sender offers nothing better",
    unsigned = "the sender signs two fields",
)]
pub struct Provider3dForms;

#[cfg(test)]
mod tests {
    use webhook_kit::{
        Provider as _, Secret, Verifier,
        testing::{self, Tamper},
    };

    use super::Provider3dForms;

    /// The declaration agrees with itself: what it signs it takes, and nothing that was changed.
    #[test]
    fn genuine_deliveries_are_taken_and_others_are_not() {
        let sender = testing::sender::<Provider3dForms>();
        let verifier = Verifier::<Provider3dForms>::new(sender.secret());
        let verifier = verifier.expect("a secret that fits").clock(sender.clock());
        let verifier = verifier.url(sender.url()).expect("an address");

        let genuine = sender.event("test");
        let (parts, body) = genuine.request().into_parts();
        let delivery = verifier.verify(&parts, body).expect("genuine");
        assert_eq!(delivery.provider(), "3d-forms");

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

        let request = Provider3dForms::sign(&secret, body).at(signed_at).request();
        let (mut parts, body) = request.into_parts();
        let signature = "the signature".parse().expect("a header's value");
        parts.headers.insert("x-header-of-the-signature", signature);
        let verifier = Verifier::<Provider3dForms>::new(secret).expect("a secret that fits");
        assert!(verifier.clock(move || signed_at).verify(&parts, body).is_ok());
    }
}
