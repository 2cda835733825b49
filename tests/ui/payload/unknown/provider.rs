use webhook_kit::payload;

#[payload("strpe", "invoice.paid")]
struct Paid {
    amount_paid: i64,
}

fn main() {}
