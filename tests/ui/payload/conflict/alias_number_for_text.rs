use webhook_kit::payload;

type Alias = f64;

#[payload("stripe", "invoice.paid")]
struct Paid {
    currency: Alias,
}

fn main() {}
