use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid<T> {
    amount_paid: T,
}

fn main() {}
