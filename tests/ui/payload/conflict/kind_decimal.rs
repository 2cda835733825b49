use webhook_kit::payload;

#[payload("stripe", "invoice.paid", at = "/lines/data/*")]
struct Paid {
    quantity_decimal: Option<i64>,
}

fn main() {}
