use webhook_kit::{open_enum, payload};

open_enum! {
    /// How an invoice stands.
    pub enum Status {
        Paid = "payed",
    }
}

#[payload("stripe", "invoice.paid")]
struct Paid {
    status: Option<Status>,
}

fn main() {}
