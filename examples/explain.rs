//! Why does my signature not verify? A request that was refused, the secret, and the answer.
//!
//!     cargo run --example explain

use webhook_kit::{
    Provider as _, Secret,
    explain::{Cause, Explainer},
    providers::{self, ascend::Ascend, fincra::Fincra},
};

fn main() {
    let secret = Secret::new("the secret of the dashboard");
    let body = r#"{"id": "evt_1", "type": "invoice.voided", "data": {"id": "inv_1"}}"#;

    // What arrived: here, a body that a framework parsed and wrote anew.
    let (parts, _) = Ascend::sign(&secret, body).request().into_parts();
    let arrived = r#"{"id":"evt_1","type":"invoice.voided","data":{"id":"inv_1"}}"#;
    let diagnosis = Explainer::of::<Ascend>(secret.clone()).explain(&parts, arrived);
    println!("{diagnosis}\n");
    assert!(matches!(diagnosis.causes[..], [Cause::Body { .. }]));

    // A secret out of a file, with a line end.
    let from_file = Secret::new("the secret of the dashboard\n");
    println!("{}\n", Explainer::of::<Ascend>(from_file).explain(&parts, body));

    // A delivery of another provider: which one is it, of all in the catalogue?
    let catalogue = providers::all().iter().map(|entry| entry.scheme);
    let taken_for = Explainer::of::<Fincra>(secret).candidates(catalogue);
    println!("{}\n", taken_for.explain(&parts, body));

    // What cannot be shown is not guessed.
    let other = Secret::new("the secret of the test mode");
    let diagnosis = Explainer::of::<Ascend>(other).explain(&parts, body);
    println!("{diagnosis}");
    assert!(diagnosis.causes.is_empty());
}
