//! Testing a handler: as a function, and with genuine, stale and tampered deliveries at a set time.
//!
//!     cargo run --example testing_a_handler
//!     cargo test --example testing_a_handler

use webhook_kit::{Ack, providers::ascend, webhook};

#[webhook(provider = "ascend")]
async fn on_ascend(event: ascend::Event) -> Result<Ack, String> {
    match event {
        ascend::Event::InvoicePaid(invoice) if invoice.total_amount_cents > 0 => Ok(Ack),
        ascend::Event::InvoicePaid(invoice) => Err(format!("{} was paid with nothing", invoice.id)),
        _ => Ok(Ack),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The annotated function is still a function.
    let invoice = serde_json::from_str(PAID)?;
    println!("called by hand: {:?}", on_ascend(ascend::Event::InvoicePaid(invoice)).await);
    println!("run `cargo test --example testing_a_handler` for the rest");
    Ok(())
}

const PAID: &str = include_str!("../webhook-providers/samples/ascend/invoice.paid.bare-older.json");

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use webhook_kit::{Provider, Secret, providers::ascend::Ascend};

    use super::on_ascend;

    const BODY: &str = include_str!("../webhook-providers/samples/ascend/invoice.paid.json");

    async fn status(signed_before: Duration, body: &str) -> u16 {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        let secret = Secret::new("a secret");
        let mut request = Ascend::sign(&secret, BODY).at(now - signed_before).request();
        *request.body_mut() = body.to_owned().into();
        let endpoint = on_ascend::endpoint(secret).expect("a secret").clock(move || now);
        endpoint.handle(request).await.status().as_u16()
    }

    #[tokio::test]
    async fn a_genuine_delivery_is_handled() {
        assert_eq!(status(Duration::ZERO, BODY).await, 200);
    }

    #[tokio::test]
    async fn a_stale_one_is_not() {
        assert_eq!(status(Duration::from_secs(301), BODY).await, 401);
    }

    #[tokio::test]
    async fn a_tampered_one_is_not() {
        assert_eq!(status(Duration::ZERO, &BODY.replace("600000", "6")).await, 401);
    }
}
