use webhook_kit::payload;

#[payload("twilio", "invoice.paid")]
struct Paid {
    amount_paid: i64,
}

fn main() {}
