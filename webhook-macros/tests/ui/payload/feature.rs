use webhook_macros::payload;

#[payload("stripe", "invoice.paid", crate = webhook_core)]
struct Paid {
    amount_paid: i64,
}

fn main() {}
