use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid(i64);

fn main() {}
