use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    price: i64,
}

fn main() {}
