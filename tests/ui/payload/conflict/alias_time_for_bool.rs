use webhook_kit::payload;

type Alias = webhook_kit::value::Timestamp;

#[payload("stripe", "invoice.paid")]
struct Paid {
    livemode: Alias,
}

fn main() {}
