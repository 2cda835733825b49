use webhook_kit::payload;

#[payload("stripe", 7)]
struct Paid {
    amount_paid: i64,
}

fn main() {}
