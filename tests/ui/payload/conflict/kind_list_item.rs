use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    discounts: Vec<i64>,
}

fn main() {}
