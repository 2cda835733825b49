use webhook_kit::payload;

type Alias = String;

#[payload("stripe", "invoice.paid")]
struct Paid {
    discounts: Alias,
}

fn main() {}
