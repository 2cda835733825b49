//! Further arguments of a handler: state, the delivery, the envelope, and one of one's own.
//!
//!     cargo run --example state_and_extractors

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use webhook_kit::{
    Delivery, Envelope, FromDelivery, Provider, Secret, State,
    handler::{Context, HandlerError},
    providers::ratio,
    webhook,
};

/// What happened to each user: a database, in a real program.
#[derive(Clone, Default)]
struct Db(Arc<Mutex<HashMap<String, Vec<String>>>>);

/// How long ago the sender signed the delivery.
struct Age(std::time::Duration);

impl<S> FromDelivery<S> for Age {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        let signed_at = context.delivery.signed_at().unwrap_or(std::time::UNIX_EPOCH);
        Ok(Self(signed_at.elapsed().unwrap_or_default()))
    }
}

#[webhook(provider = "ratio")]
async fn on_ratio(
    event: ratio::Event,
    delivery: Delivery,
    Envelope(envelope): Envelope<ratio::Envelope>,
    State(db): State<Db>,
    Age(age): Age,
) -> Result<(), String> {
    println!("{} {:?}, signed {} s ago", event.name(), delivery.id(), age.as_secs());
    let mut users = db.0.lock().map_err(|_| "the database is gone")?;
    users.entry(envelope.user_id).or_default().push(event.name().to_owned());
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (secret, db) = (Secret::new("secretstring"), Db::default());
    let endpoint = on_ratio::endpoint(secret.clone())?.state(db.clone());

    let body = include_str!("quickstart/ratio.json");
    let request = ratio::Ratio::sign(&secret, body).request();
    println!("answer: {}", endpoint.handle(request).await.status());
    println!("noted: {:?}", db.0.lock().map_err(|_| "the database is gone")?);
    Ok(())
}
