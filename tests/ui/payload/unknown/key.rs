use webhook_kit::payload;

#[payload("stripe", "invoice.paid", art = "/lines/data/*")]
struct Paid {
    amount_paid: i64,
}

fn main() {}
