use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    customer_email: String,
}

fn main() {}
