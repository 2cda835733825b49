use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    created: String,
}

fn main() {}
