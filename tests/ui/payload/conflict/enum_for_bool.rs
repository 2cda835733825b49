use webhook_kit::{open_enum, payload};

open_enum! {
    /// How an invoice stands.
    pub enum Status {
        Paid = "paid",
    }
}

#[payload("stripe", "invoice.paid")]
struct Paid {
    livemode: Status,
}

fn main() {}
