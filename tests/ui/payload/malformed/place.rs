use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    #[at("amount_paid")]
    amount_paid: i64,
}

fn main() {}
