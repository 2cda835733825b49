use webhook_kit::payload;

#[payload("stripe", "invoice.paid", at = "/currency")]
struct Paid {
    amount: i64,
}

fn main() {}
