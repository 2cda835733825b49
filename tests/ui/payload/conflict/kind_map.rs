use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    metadata: Option<String>,
}

fn main() {}
