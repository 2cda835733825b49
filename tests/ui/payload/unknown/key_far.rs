use webhook_kit::payload;

#[payload("stripe", "invoice.paid", rename_all = "camelCase")]
struct Paid {
    amount_paid: i64,
}

fn main() {}
