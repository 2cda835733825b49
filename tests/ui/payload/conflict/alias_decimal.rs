use webhook_kit::payload;

type Alias = bool;

#[payload("stripe", "invoice.paid", at = "/lines/data/*")]
struct Paid {
    quantity_decimal: Option<Alias>,
}

fn main() {}
