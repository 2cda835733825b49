//! What a worker's handler sees of a delivery is what its endpoint saw.

use webhook_kit::{Delivery, RawEvent, State, inbox::Memory, webhook};

use crate::world::{Notes, open, payout, push, secret, status, with_inbox, worked};

fn shown(delivery: &Delivery) -> String {
    format!(
        "{} {:?} {:?} {:?} {:?} {} {}",
        delivery.provider(),
        delivery.event(),
        delivery.id(),
        delivery.signed_at(),
        delivery.idempotency_key("", None),
        delivery.event_is_signed(),
        delivery.body().len(),
    )
}

#[webhook(provider = "github")]
async fn on_github(_: RawEvent, delivery: Delivery, State(notes): State<Notes>) {
    let headers = delivery.unsigned().headers().expect("they are kept");
    let _ = notes.note(shown(&delivery));
    // What was kept has no signature and no credentials.
    for hidden in ["x-hub-signature-256", "authorization"] {
        let _ = notes.note(format!("{:?}", headers.get(hidden)));
    }
}

#[webhook(provider = "fincra")]
async fn on_fincra(_: RawEvent, delivery: Delivery, State(notes): State<Notes>) {
    let _ = notes.note(shown(&delivery));
}

#[tokio::test]
async fn a_restored_delivery_is_the_one_that_was_kept() {
    // Without an inbox.
    let direct = Notes::default();
    let fincra = on_fincra::endpoint(secret()).expect("a secret").state(direct.clone());
    let github = on_github::endpoint(secret()).expect("a secret").state(direct.clone());
    assert_eq!(status(&fincra.handle(payout()).await), 200);
    assert_eq!(status(&github.handle(push()).await), 200);
    // With one.
    let (inbox, notes) = (open(Memory::new()), Notes::default());
    let fincra = with_inbox(on_fincra::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&fincra.handle(payout()).await), 200);
    worked(&inbox).await;
    let github = with_inbox(on_github::endpoint(secret()).expect("a secret"), &notes, &inbox);
    assert_eq!(status(&github.handle(push()).await), 200);
    worked(&inbox).await;
    let (direct, kept) = (direct.all(), notes.all());
    assert_eq!(direct[..2], kept[..2]);
    assert_eq!(kept[2..], ["None", "None"]);
}
