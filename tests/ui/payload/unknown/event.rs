use webhook_kit::payload;

#[payload("stripe", "invoice.payd")]
struct Paid {
    amount_paid: i64,
}

fn main() {}
