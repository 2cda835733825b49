use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
enum Paid {}

fn main() {}
