use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    amount_paid: String,
}

fn main() {}
