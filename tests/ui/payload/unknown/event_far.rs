use webhook_kit::payload;

#[payload("stripe", "invoice.lost")]
struct Paid {
    amount_paid: i64,
}

fn main() {}
