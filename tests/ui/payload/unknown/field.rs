use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    amont_paid: i64,
}

fn main() {}
