use webhook_kit::payload;
use std::borrow::Cow;

#[payload("stripe", "invoice.paid")]
struct Paid<'a, 'b> {
    currency: Cow<'a, str>,
    number: Option<Cow<'b, str>>,
}

fn main() {}
