use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    discounts: String,
}

fn main() {}
