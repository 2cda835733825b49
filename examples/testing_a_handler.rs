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
    use std::time::Duration;

    use webhook_kit::{
        providers::ascend::Ascend,
        testing::{self, Tamper},
    };

    use super::on_ascend;

    #[tokio::test]
    async fn what_is_genuine_is_handled_and_nothing_else() {
        let ascend = testing::sender::<Ascend>();
        let endpoint = on_ascend::endpoint(ascend.secret()).expect("a secret");
        let genuine = ascend.event("invoice.paid");
        assert_eq!(ascend.send(genuine.request(), &endpoint).await.outcome, "handled");
        for tamper in Tamper::ALL {
            let Some(tampered) = genuine.tampered(*tamper) else { continue };
            let answer = ascend.send(tampered.request, &endpoint).await;
            assert_eq!(answer.outcome == "rejected", tampered.must_be_refused, "{tamper}");
        }
    }

    #[tokio::test]
    async fn a_delivery_that_comes_late_is_refused() {
        let ascend = testing::sender::<Ascend>();
        let endpoint = on_ascend::endpoint(ascend.secret()).expect("a secret");
        let request = ascend.event("invoice.paid").request();
        ascend.clock().advance(Duration::from_secs(301));
        assert_eq!(ascend.send(request, &endpoint).await.status(), 401);
    }

    // A test of every file in a folder.
    webhook_kit::fixtures!(fixtures, "tests/fixtures/ascend", Ascend, on_ascend::endpoint);
}
