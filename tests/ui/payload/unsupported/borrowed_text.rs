use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid<'a> {
    currency: &'a str,
}

fn main() {}
