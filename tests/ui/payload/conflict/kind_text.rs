use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    currency: i64,
}

fn main() {}
