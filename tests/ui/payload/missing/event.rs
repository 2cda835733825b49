use webhook_kit::payload;

#[payload("stripe")]
struct Paid {
    amount_paid: i64,
}

fn main() {}
