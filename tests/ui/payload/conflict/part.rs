use webhook_kit::payload;

#[payload("stripe", "invoice.paid", at = "/lines/data/*")]
struct Line {
    id: String,
}

#[payload("stripe", "invoice.paid")]
struct Paid {
    lines: Line,
}

fn main() {}
