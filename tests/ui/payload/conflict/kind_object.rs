use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    lines: String,
}

fn main() {}
