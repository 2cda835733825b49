use webhook_kit::payload;

#[payload("stripe", "invoice.paid")]
struct Paid {
    amont_paid: i64,
    currency: i64,
    customer_email: String,
    #[at(amount)]
    amount_due: i64,
}

fn main() {}
