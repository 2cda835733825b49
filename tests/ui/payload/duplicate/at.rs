use webhook_kit::payload;

#[payload("stripe", "invoice.paid", at = "/lines", at = "/lines/data/*")]
struct Paid {
    amount: i64,
}

fn main() {}
