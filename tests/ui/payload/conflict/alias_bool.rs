use webhook_kit::payload;

type Alias = i64;

#[payload("stripe", "invoice.paid")]
struct Paid {
    livemode: Alias,
}

fn main() {}
