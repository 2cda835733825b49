use webhook_kit::payload;

type Alias = String;

#[payload("stripe", "invoice.paid")]
struct Paid {
    amount_paid: Alias,
}

fn main() {}
