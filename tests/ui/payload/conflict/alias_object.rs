use webhook_kit::payload;

type Alias = String;

#[payload("stripe", "invoice.paid")]
struct Paid {
    lines: Alias,
}

fn main() {}
