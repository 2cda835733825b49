use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    amount_paid: i64,
    #[at("/amount_paid")]
    paid: i64,
}

fn main() {}
