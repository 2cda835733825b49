//! From a request's head and body to what is known to be genuine.

use bytes::Bytes;
use cases::{
    SECRET, STANDARD_SECRET, bodies,
    floor::{self, StandardHeaders},
    schemes::{Base64Sha512, GitHub, Hex512, Shopify, StandardWebhooks, Stripe},
    usual,
};
use http::{HeaderMap, HeaderName, request::Parts};
use webhook_kit::{
    Provider, Secret, Verifier,
    providers::{ascend::Ascend, fincra::Fincra, goodstack::Goodstack, ratio::Ratio, waldo::Waldo},
};

#[cfg(feature = "peers")]
use crate::peers;
use harness::{Row, Run};

const SIZES: [usize; 7] = [64, 256, 1024, 4096, 16 * 1024, 64 * 1024, 1024 * 1024];

/// A genuine delivery, and a verifier that takes it.
pub(crate) struct Genuine<P> {
    parts: Parts,
    body: Bytes,
    verifier: Verifier<P>,
}

impl<P: Provider> Genuine<P> {
    fn new(secret: &str, body: impl Into<Bytes>) -> &'static Self {
        let (secret, body) = (Secret::new(secret), body.into());
        let (parts, body) = P::sign(&secret, body).request().into_parts();
        let verifier = Verifier::new(secret).expect("a secret").limit(2 * 1024 * 1024);
        // A few hundred cases, for as long as the program runs.
        Box::leak(Box::new(Self { parts, body, verifier }))
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    #[cfg(feature = "peers")]
    pub(crate) fn body(&self) -> &Bytes {
        &self.body
    }

    /// The floor beside the kit. Each takes its own handle of the body, as a server hands it over.
    fn row(
        &'static self,
        name: &str,
        floor: impl Fn(&[u8]) -> Option<()> + 'static,
    ) -> Row<'static> {
        assert!(floor(&self.body).is_some(), "{name}: the floor takes it");
        assert!(floor(&self.body[1..]).is_none(), "{name}: the floor refuses another");
        Row::new("verify", name, self.body.len())
            .with("floor", move || {
                let body = self.body.clone();
                floor(&body).map(|()| body)
            })
            .with("webhook-kit", move || {
                self.verifier.verify(&self.parts, self.body.clone()).expect("it is genuine")
            })
    }

    /// A contestant that answers whether a body is genuine.
    pub(crate) fn with(
        &'static self,
        row: Row<'static>,
        name: &'static str,
        is_genuine: impl Fn(&[u8]) -> bool + 'static,
    ) -> Row<'static> {
        assert!(is_genuine(&self.body), "{name} takes it");
        assert!(!is_genuine(&self.body[1..]), "{name} refuses another");
        row.with(name, move || {
            let body = self.body.clone();
            assert!(is_genuine(&body));
            body
        })
    }
}

/// The peers that verify this scheme.
macro_rules! peers {
    ($name:ident, $case:expr, $row:expr) => {{
        #[cfg(feature = "peers")]
        let row = peers::$name($case, $row);
        #[cfg(not(feature = "peers"))]
        let row = $row;
        row
    }};
}

pub(crate) fn rows(run: &mut Run) {
    for size in SIZES {
        let body = bodies::of_length(size);
        run.row("verify sha256 hex (GitHub)", || github(&body));
        run.row("verify sha256 base64 (Shopify)", || shopify(&body));
        run.row("verify sha512 hex", || hex512(&body));
        run.row("verify sha512 base64", || base64_512(&body));
        run.row("verify Stripe", || stripe(size));
        run.row("verify Standard Webhooks", || standard(&body));
    }
    catalogue(run);
}

fn key256() -> floor::Key256 {
    floor::key256(SECRET.as_bytes())
}

fn key512() -> floor::Key512 {
    floor::key512(SECRET.as_bytes())
}

fn github(body: &[u8]) -> Row<'static> {
    let case = Genuine::<GitHub>::new(SECRET, body.to_vec());
    let (key, name) = (key256(), HeaderName::from_static("x-hub-signature-256"));
    let row = case.row("sha256 hex (GitHub)", move |body| {
        floor::hex(&key, case.headers(), &name, b"sha256=", body)
    });
    let row = case.with(row, "usual", |body| usual::github(SECRET, case.headers(), body));
    peers!(github, case, row)
}

fn shopify(body: &[u8]) -> Row<'static> {
    let case = Genuine::<Shopify>::new(SECRET, body.to_vec());
    let header = "x-shopify-hmac-sha256";
    let (key, name) = (key256(), HeaderName::from_static(header));
    let row = case.row("sha256 base64 (Shopify)", move |body| {
        floor::base64(&key, case.headers(), &name, body)
    });
    let row = case
        .with(row, "usual", move |body| usual::base64_256(SECRET, case.headers(), header, body));
    peers!(shopify, case, row)
}

fn hex512(body: &[u8]) -> Row<'static> {
    let case = Genuine::<Hex512>::new(SECRET, body.to_vec());
    let (key, name) = (key512(), HeaderName::from_static("x-signature"));
    let row =
        case.row("sha512 hex", move |body| floor::hex(&key, case.headers(), &name, b"", body));
    let row =
        case.with(row, "usual", |body| usual::hex512(SECRET, case.headers(), "x-signature", body));
    peers!(hex512, case, row)
}

fn base64_512(body: &[u8]) -> Row<'static> {
    let case = Genuine::<Base64Sha512>::new(SECRET, body.to_vec());
    let (key, name) = (key512(), HeaderName::from_static("x-signature"));
    let row =
        case.row("sha512 base64", move |body| floor::base64(&key, case.headers(), &name, body));
    let row = case
        .with(row, "usual", |body| usual::base64_512(SECRET, case.headers(), "x-signature", body));
    peers!(base64_512, case, row)
}

fn stripe(size: usize) -> Row<'static> {
    let body = if size < 1024 { bodies::of_length(size) } else { bodies::stripe_event(size) };
    let case = Genuine::<Stripe>::new(SECRET, body);
    let (key, name) = (key256(), HeaderName::from_static("stripe-signature"));
    let row = case.row("Stripe", move |body| floor::stripe(&key, case.headers(), &name, body));
    let row = case.with(row, "usual", |body| usual::stripe(SECRET, case.headers(), body));
    peers!(stripe, case, row)
}

fn standard(body: &[u8]) -> Row<'static> {
    let case = Genuine::<StandardWebhooks>::new(STANDARD_SECRET, body.to_vec());
    let (key, names) =
        (floor::key256(&floor::standard_key(STANDARD_SECRET)), StandardHeaders::new());
    let row = case
        .row("Standard Webhooks", move |body| floor::standard(&key, case.headers(), &names, body));
    let row =
        case.with(row, "usual", |body| usual::standard(STANDARD_SECRET, case.headers(), body));
    peers!(standard, case, row)
}

/// The providers of the catalogue, with a published sample each.
fn catalogue(run: &mut Run) {
    macro_rules! sample {
        ($path:literal) => {
            include_str!(concat!("../../../webhook-providers/samples/", $path))
        };
    }
    run.row("verify Fincra", || {
        let case = Genuine::<Fincra>::new(SECRET, sample!("fincra/payout.successful.json"));
        hex(case, "Fincra", key512(), "signature", usual::hex512)
    });
    run.row("verify Waldo", || {
        let case = Genuine::<Waldo>::new(SECRET, sample!("waldo/evaluation.json"));
        hex(case, "Waldo", key256(), "x-waldo-signature", usual::hex256)
    });
    run.row("verify Goodstack", || {
        let body = sample!("goodstack/donation.payment_successful.json");
        let case = Genuine::<Goodstack>::new(SECRET, body);
        hex(case, "Goodstack", key256(), "goodstack-signature", usual::hex256)
    });
    run.row("verify Ratio", || {
        // Its bodies are published as tables of fields, so this one is made.
        let body = bodies::body(bodies::Shape::Adjacent, bodies::Tag::First, 700);
        let case = Genuine::<Ratio>::new(SECRET, body);
        let names = ["ratio-webhook-signature", "ratio-webhook-signature-timestamp"];
        let (key, prepared) = (key512(), names.map(HeaderName::from_static));
        let row =
            case.row("Ratio", move |body| floor::ratio(&key, case.headers(), &prepared, body));
        case.with(row, "usual", move |body| {
            usual::timestamped(usual::sign512, case.headers(), names, '.', body)
        })
    });
    run.row("verify Ascend", || {
        let case = Genuine::<Ascend>::new(SECRET, sample!("ascend/invoice.paid.json"));
        let names = ["x-ascend-signature", "x-ascend-request-timestamp"];
        let (key, prepared) = (key256(), names.map(HeaderName::from_static));
        let row =
            case.row("Ascend", move |body| floor::ascend(&key, case.headers(), &prepared, body));
        case.with(row, "usual", move |body| {
            usual::timestamped(usual::sign256, case.headers(), names, ':', body)
        })
    });
}

/// A provider that signs the body alone, in hex.
fn hex<P: Provider, M: floor::Mac + Clone + 'static>(
    case: &'static Genuine<P>,
    name: &str,
    key: M,
    header: &'static str,
    usual: fn(&str, &HeaderMap, &str, &[u8]) -> bool,
) -> Row<'static> {
    let prepared = HeaderName::from_static(header);
    let row = case.row(name, move |body| floor::hex(&key, case.headers(), &prepared, b"", body));
    case.with(row, "usual", move |body| usual(SECRET, case.headers(), header, body))
}
