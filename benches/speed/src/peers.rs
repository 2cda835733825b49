//! Other crates that verify the same deliveries, as their documentation says to use them.

use harness::Row;
use http::HeaderMap;
use webhook_kit::Provider;
use webhook_verify::{CustomScheme, Encoding, HashAlg, Provider as Peer};

use crate::verify::Genuine;

pub(crate) fn github<P: Provider>(case: &'static Genuine<P>, row: Row<'static>) -> Row<'static> {
    webhook_verify(case, row, Peer::GitHub, cases::SECRET)
}

pub(crate) fn shopify<P: Provider>(case: &'static Genuine<P>, row: Row<'static>) -> Row<'static> {
    webhook_verify(case, row, Peer::Shopify, cases::SECRET)
}

pub(crate) fn hex512<P: Provider>(case: &'static Genuine<P>, row: Row<'static>) -> Row<'static> {
    webhook_verify(case, row, custom(Encoding::Hex), cases::SECRET)
}

pub(crate) fn base64_512<P: Provider>(
    case: &'static Genuine<P>,
    row: Row<'static>,
) -> Row<'static> {
    webhook_verify(case, row, custom(Encoding::Base64), cases::SECRET)
}

/// `async-stripe-webhook` decodes what it has verified, and does not do one without the other.
pub(crate) fn stripe<P: Provider>(case: &'static Genuine<P>, row: Row<'static>) -> Row<'static> {
    let row = webhook_verify(case, row, Peer::Stripe, cases::SECRET);
    let verify = |headers: &HeaderMap, body: &[u8]| {
        let header = headers.get("stripe-signature").and_then(|value| value.to_str().ok())?;
        let body = std::str::from_utf8(body).ok()?;
        stripe_webhook::Webhook::construct_event(body, header, cases::SECRET).ok()
    };
    // Below this length no event of Stripe's fits.
    if case.body().len() < 1024 {
        return row;
    }
    case.with(row, "async-stripe-webhook", move |body| verify(case.headers(), body).is_some())
}

pub(crate) fn standard<P: Provider>(case: &'static Genuine<P>, row: Row<'static>) -> Row<'static> {
    let secret = cases::STANDARD_SECRET;
    let row = webhook_verify(case, row, Peer::StandardWebhooks, secret);
    let svix = svix::webhooks::Webhook::new(secret).expect("a secret");
    let row = case.with(row, "svix", move |body| svix.verify(body, case.headers()).is_ok());
    let reference = standardwebhooks::Webhook::new(secret).expect("a secret");
    case.with(row, "standardwebhooks", move |body| reference.verify(body, case.headers()).is_ok())
}

fn webhook_verify<P: Provider>(
    case: &'static Genuine<P>,
    row: Row<'static>,
    peer: Peer,
    secret: &str,
) -> Row<'static> {
    let secret = webhook_verify::Secret::new(secret);
    case.with(row, "webhook-verify", move |body| {
        let options = webhook_verify::VerifyOptions::default();
        webhook_verify::verify(peer, case.headers(), body, &secret, options).is_ok()
    })
}

fn custom(encoding: Encoding) -> Peer {
    Peer::Custom(CustomScheme {
        hash: HashAlg::Sha512,
        signature_header: "x-signature",
        timestamp_header: None,
        encoding,
        prefix: None,
        signed_string: |_, body| body.to_vec(),
    })
}
