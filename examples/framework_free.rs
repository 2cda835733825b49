//! Without a web framework: verifying alone, and the whole way of a delivery from parts and bytes.
//!
//!     cargo run --example framework_free

use webhook_kit::{
    Provider, Secret, Verifier,
    providers::goodstack::{self, Goodstack},
    webhook,
};

#[webhook(provider = "goodstack")]
async fn on_goodstack(event: goodstack::Event) {
    println!("handled {}", event.name());
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let secret = Secret::new("a secret");
    let body =
        include_str!("../webhook-providers/samples/goodstack/donation.payment_successful.json");
    let request = || Goodstack::sign(&secret, body).request();

    // Verifying alone: no waiting, no handler. The delivery can be kept and decoded later.
    let verifier = Verifier::<Goodstack>::new(secret.clone())?;
    let (parts, body) = request().into_parts();
    let delivery = verifier.verify(&parts, body)?;
    let kept = serde_json::to_string(&delivery)?;
    println!("verified {:?}, kept as {} bytes of JSON", delivery.id(), kept.len());

    // The same while the body arrives.
    let (parts, body) = request().into_parts();
    let mut running = verifier.begin(&parts)?;
    for chunk in body.chunks(100) {
        running.update(chunk);
    }
    assert_eq!(running.finish()?.body(), delivery.body());

    // The whole way, repeated deliveries included: a request in, a response out.
    let endpoint = on_goodstack::endpoint(secret.clone())?;
    for _ in 0..2 {
        println!("answer: {}", endpoint.handle(request()).await.status());
    }
    Ok(())
}
