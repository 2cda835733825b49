use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    #[at("/lines/data/amount")]
    amount: i64,
}

fn main() {}
