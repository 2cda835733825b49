use webhook_kit::payload;

#[payload]
struct Paid {
    amount_paid: i64,
}

fn main() {}
