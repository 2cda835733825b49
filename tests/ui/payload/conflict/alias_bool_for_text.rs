use webhook_kit::payload;

type Alias = bool;

#[payload("stripe", "invoice.paid")]
struct Paid {
    currency: Alias,
}

fn main() {}
