//! Events spread over the methods of a type, which holds what they need.
//!
//!     cargo run --example impl_block

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use webhook_kit::{Delivery, Provider, RawEvent, Secret, providers::fincra, webhook};

/// What takes Fincra's events. In a real program it holds a pool of connections.
struct Payments {
    handled: Arc<AtomicUsize>,
}

#[webhook(provider = "fincra")]
impl Payments {
    #[on("payout.successful")]
    async fn paid(&self, payout: fincra::Payout, delivery: Delivery) -> Result<(), std::io::Error> {
        self.note(&format!("{} was paid, says {:?}", payout.reference, delivery.id()));
        Ok(())
    }

    #[on("payout.failed")]
    async fn failed(&self, payout: fincra::Payout) {
        self.note(&format!("{} failed: {}", payout.reference, payout.reason));
    }

    /// Without it, every other event of Fincra's would have to have a method: the compiler lists them.
    #[on(other)]
    async fn other(&self, event: RawEvent) {
        self.note(&format!("{} is for somebody else", event.name()));
    }

    fn note(&self, what: &str) {
        let count = self.handled.fetch_add(1, Ordering::Relaxed) + 1;
        println!("{count}: {what}");
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (secret, handled) = (Secret::new("a secret"), Arc::<AtomicUsize>::default());
    let endpoint = Payments { handled: Arc::clone(&handled) }.endpoint(secret.clone())?;
    for body in [
        include_str!("../webhook-providers/samples/fincra/payout.successful.json"),
        include_str!("../webhook-providers/samples/fincra/payout.failed.json"),
        include_str!("../webhook-providers/samples/fincra/mandate.approved.json"),
    ] {
        let request = fincra::Fincra::sign(&secret, body).request();
        assert!(endpoint.handle(request).await.status().is_success());
    }
    assert_eq!(handled.load(Ordering::Relaxed), 3);
    Ok(())
}
