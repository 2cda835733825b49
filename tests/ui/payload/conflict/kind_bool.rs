use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    livemode: String,
}

fn main() {}
