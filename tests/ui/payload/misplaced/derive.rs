use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
#[derive(Debug, serde::Deserialize)]
struct Paid {
    amount_paid: i64,
}

fn main() {}
