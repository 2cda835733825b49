use webhook_kit::payload;

#[payload("nobody", "invoice.paid")]
struct Paid {
    amount_paid: i64,
}

fn main() {}
