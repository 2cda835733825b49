use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    collection_method: bool,
}

fn main() {}
