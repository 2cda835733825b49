use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    #[at("/amount_paid")]
    #[at("/amount_due")]
    paid: i64,
}

fn main() {}
