use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    hosted_invoice_url: Option<String>,
    auto_advance: bool,
}

fn main() {}
